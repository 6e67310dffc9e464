/**
 * sum + a × b, four at a time. Compiled with relaxed SIMD it is one instruction where the processor has one, rounded
 * once instead of twice: faster, and not the same to the bit on every processor.
 */
@inline
export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, sum);
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** The same for one of each, by which the caller tells whether the sum was rounded once. */
export function multiplyAddOnce(a: f32, b: f32, sum: f32): f32 {
  return f32x4.extract_lane(multiplyAdd(f32x4.splat(a), f32x4.splat(b), f32x4.splat(sum)), 0);
}
