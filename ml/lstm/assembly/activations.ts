import { multiplyAdd } from './multiply-add';

// Both functions come from e^y = 2ⁿ · 2ᶠ, n whole and f within ±½: a polynomial for 2ᶠ (Cody & Waite 1980), an exponent
// put in as bits, and one division. The polynomials are fitted for the least largest relative error (least squares
// with Lawson's weights, in double precision). A recurrent network adds errors up over its steps, so that these err
// by little more than the rounding of a float. The coefficients are read as memory: V8 builds a vector constant by
// several moves, and loads one by a single instruction.

/**
 * A factor that makes a binary exponent of the argument, the exponent's lower and upper bound, what rounds it and adds
 * the bias of a float's exponent (1.5 × 2²³ + 127), 1, and 2ᶠ less 1 from f⁵ to f, within 1.1e-7.
 */
const sigmoidTable = memory.data<f32>([
  -1.4426950408889634, -126, 126, 12583039, 1, 0.001326472731307149, 0.009671512991189957,
  0.05550733581185341, 0.24022242426872253, 0.6931470036506653,
]);

/** The same for e^2x: beyond ±30 a float's tanh is ±1; (2ᶠ − 1) / f within 2.1e-8, from f⁵ to 1; and 2. */
const tanhTable = memory.data<f32>([
  2.8853900817779268, -30, 30, 12583039, 1, 0.00015403512225020677, 0.0013390735257416964,
  0.009618237614631653, 0.05550357326865196, 0.24022649228572845, 0.6931471824645996, 2,
]);

/** The value at a place of a table, four times. */
@inline
function constant(table: usize, place: usize): v128 {
  return v128.load_splat<f32>(table + (place << 2));
}

/** The binary exponent of the wanted power of e. */
@inline
function exponentOf(x: v128, table: usize): v128 {
  // pmin and pmax are one instruction each where min and max are many, and NaN stays NaN.
  return f32x4.pmax(
    f32x4.pmin(f32x4.mul(x, constant(table, 0)), constant(table, 2)),
    constant(table, 1),
  );
}

/** tanh, four at a time, within 1.5e-7, and within 2.5e-7 of its own size. */
@inline
export function tanh4(x: v128): v128 {
  const exponent = exponentOf(x, tanhTable);
  const rounded = f32x4.add(exponent, constant(tanhTable, 3));
  const f = f32x4.sub(exponent, f32x4.sub(rounded, constant(tanhTable, 3)));
  const scale = i32x4.shl(rounded, 23);
  let p = multiplyAdd(f, constant(tanhTable, 5), constant(tanhTable, 6));
  p = multiplyAdd(p, f, constant(tanhTable, 7));
  p = multiplyAdd(p, f, constant(tanhTable, 8));
  p = multiplyAdd(p, f, constant(tanhTable, 9));
  p = multiplyAdd(p, f, constant(tanhTable, 10));
  // e^2x − 1, which keeps its digits where x is small.
  const less = multiplyAdd(f32x4.mul(p, f), scale, f32x4.sub(scale, constant(tanhTable, 4)));
  return f32x4.div(less, f32x4.add(less, constant(tanhTable, 11)));
}

/** 1 / (1 + e^−x), four at a time, within 1e-7. */
@inline
export function sigmoid4(x: v128): v128 {
  const exponent = exponentOf(x, sigmoidTable);
  const rounded = f32x4.add(exponent, constant(sigmoidTable, 3));
  const f = f32x4.sub(exponent, f32x4.sub(rounded, constant(sigmoidTable, 3)));
  const one = constant(sigmoidTable, 4);
  let p = multiplyAdd(f, constant(sigmoidTable, 5), constant(sigmoidTable, 6));
  p = multiplyAdd(p, f, constant(sigmoidTable, 7));
  p = multiplyAdd(p, f, constant(sigmoidTable, 8));
  p = multiplyAdd(p, f, constant(sigmoidTable, 9));
  p = multiplyAdd(p, f, one);
  return f32x4.div(one, multiplyAdd(p, i32x4.shl(rounded, 23), one));
}
