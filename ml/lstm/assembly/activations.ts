import { multiplyAdd } from './multiply-add';

// Rational functions x · P(x²) / Q(x²), P of degree 3 and Q of degree 4 with a leading 1, fitted to tanh on ±7.905 for
// the least largest error (1.2e-7; least squares with Lawson's weights, in double precision). Beyond that tanh is ±1
// within 3e-7. The coefficients are read as memory: V8 builds a vector constant by several moves, and loads one by a
// single instruction.

/** P from x⁶ to 1, Q from x⁶ to 1, upper and lower bound. */
const tanhTable = memory.data<f32>([
  46.46367263793945, 12005.5126953125, 526243.4375, 4072385.0, 970.5601196289062, 96929.0625, 1883697.125,
  4072387.25, 7.905, -7.905,
]);

/** The same for the logistic function less ½, which is ½·tanh(x / 2), and then ½. */
const sigmoidTable = memory.data<f32>([
  46.46367263793945, 48022.05078125, 8419895.0, 260632640.0, 3882.240478515625, 1550865.0, 120556616.0,
  1042531136.0, 15.81, -15.81, 0.5,
]);

@inline
function rational(argument: v128, table: usize): v128 {
  // pmin and pmax are one instruction each where min and max are many, and NaN stays NaN.
  const below = f32x4.pmin(argument, v128.load_splat<f32>(table, 32));
  const x = f32x4.pmax(below, v128.load_splat<f32>(table, 36));
  const square = f32x4.mul(x, x);
  let p = multiplyAdd(square, v128.load_splat<f32>(table), v128.load_splat<f32>(table, 4));
  let q = f32x4.add(square, v128.load_splat<f32>(table, 16));
  p = multiplyAdd(p, square, v128.load_splat<f32>(table, 8));
  q = multiplyAdd(q, square, v128.load_splat<f32>(table, 20));
  p = multiplyAdd(p, square, v128.load_splat<f32>(table, 12));
  q = multiplyAdd(q, square, v128.load_splat<f32>(table, 24));
  q = multiplyAdd(q, square, v128.load_splat<f32>(table, 28));
  return f32x4.div(f32x4.mul(x, p), q);
}

/** tanh, four at a time, within 5e-7. */
@inline
export function tanh4(x: v128): v128 {
  return rational(x, tanhTable);
}

/** 1 / (1 + e^−x), four at a time, within 3e-7. */
@inline
export function sigmoid4(x: v128): v128 {
  return f32x4.add(rational(x, sigmoidTable), v128.load_splat<f32>(sigmoidTable, 40));
}
