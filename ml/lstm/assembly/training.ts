/** Scrambles 32 bits, four at a time: lowbias32 (Wellons 2018), a permutation with a bias of 0.17 of the ideal. */
function scramble(bits: v128): v128 {
  let x = v128.xor(bits, i32x4.shr_u(bits, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/**
 * Dropout: each value is zeroed or scaled up, as a hash of its place says. So the mask needs no memory, the same
 * keys give the same mask forward and backward, and it does not depend on how a batch is cut into chunks.
 *
 * @param from - [steps][rows][width]; may be `to`
 * @param units - columns that are not padding: a value's place is (window × steps + step) × units + unit
 * @param first - window of the first row
 * @param dropped - of 2²⁴ hashes, how many drop
 * @param scale - of what is kept
 */
export function dropout(
  from: usize,
  to: usize,
  steps: i32,
  rows: i32,
  width: i32,
  units: i32,
  first: i32,
  keyA: i32,
  keyB: i32,
  dropped: i32,
  scale: f32,
): void {
  const lanes = i32x4(0, 1, 2, 3);
  const a = i32x4.splat(keyA);
  const b = i32x4.splat(keyB);
  const bound = i32x4.splat(dropped);
  const factor = f32x4.splat(scale);
  for (let step = 0; step < steps; step++) {
    for (let row = 0; row < rows; row++) {
      const place = ((first + row) * steps + step) * units;
      for (let unit = 0; unit < width; unit += 4) {
        const hash = scramble(v128.xor(i32x4.add(i32x4.splat(place + unit), lanes), a));
        const kept = i32x4.ge_s(i32x4.shr_u(scramble(i32x4.add(hash, b)), 8), bound);
        v128.store(to, f32x4.mul(v128.load(from), v128.and(kept, factor)));
        from += 16;
        to += 16;
      }
    }
  }
}

/**
 * Errors of an output: (output − target) × scale.
 *
 * @param count - floats, a multiple of 4
 * @returns the sum of the squared differences
 */
export function outputErrors(output: usize, target: usize, errors: usize, count: i32, scale: f32): f64 {
  const factor = f32x4.splat(scale);
  let sum = f64x2.splat(0);
  const end = output + (<usize>count << 2);
  while (output < end) {
    const difference = f32x4.sub(v128.load(output), v128.load(target));
    const low = f64x2.promote_low_f32x4(difference);
    const high = f64x2.promote_low_f32x4(v128.shuffle<i64>(difference, difference, 1, 1));
    sum = f64x2.add(sum, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
    v128.store(errors, f32x4.mul(difference, factor));
    output += 16;
    target += 16;
    errors += 16;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * One step of Adam with β₁ = 0.9, β₂ = 0.999, ε = 1e−7 (Kingma & Ba 2015, algorithm 1), in place.
 *
 * @param firstScale - 1 / (1 − β₁ᵗ)
 * @param secondScale - 1 / (1 − β₂ᵗ)
 * @param count - floats, a multiple of 4
 */
export function adam(
  weights: usize,
  gradients: usize,
  first: usize,
  second: usize,
  count: i32,
  learningRate: f32,
  firstScale: f32,
  secondScale: f32,
): void {
  const end = weights + (<usize>count << 2);
  while (weights < end) {
    const slope = v128.load(gradients);
    const mean = f32x4.add(
      f32x4.mul(v128.load(first), f32x4.splat(0.9)),
      f32x4.mul(slope, f32x4.splat(0.1)),
    );
    const square = f32x4.add(
      f32x4.mul(v128.load(second), f32x4.splat(0.999)),
      f32x4.mul(f32x4.mul(slope, slope), f32x4.splat(0.001)),
    );
    const size = f32x4.add(
      f32x4.sqrt(f32x4.mul(square, f32x4.splat(secondScale))),
      f32x4.splat(1e-7),
    );
    const change = f32x4.div(f32x4.mul(mean, f32x4.splat(firstScale * learningRate)), size);
    v128.store(first, mean);
    v128.store(second, square);
    v128.store(weights, f32x4.sub(v128.load(weights), change));
    weights += 16;
    gradients += 16;
    first += 16;
    second += 16;
  }
}
