import { multiplyAdd } from './multiply-add';

/**
 * Six rows × 8 columns of `out` += a × b: twelve sums under way, where eight leave the processor waiting for the one
 * before. All that it holds fills V8's 15 vector registers, so that it is for fused rounding alone.
 */
export function multiplySixRows(
  a: usize,
  aRow: usize,
  aPanel: usize,
  b: usize,
  out: usize,
  outRow: usize,
  inner: i32,
  run: i32,
): void {
  const out1 = out + outRow;
  const out2 = out1 + outRow;
  const out3 = out2 + outRow;
  const out4 = out3 + outRow;
  const out5 = out4 + outRow;
  let c00 = v128.load(out);
  let c01 = v128.load(out, 16);
  let c10 = v128.load(out1);
  let c11 = v128.load(out1, 16);
  let c20 = v128.load(out2);
  let c21 = v128.load(out2, 16);
  let c30 = v128.load(out3);
  let c31 = v128.load(out3, 16);
  let c40 = v128.load(out4);
  let c41 = v128.load(out4, 16);
  let c50 = v128.load(out5);
  let c51 = v128.load(out5, 16);
  while (inner > 0) {
    let a0 = a;
    let a1 = a0 + aRow;
    let a2 = a1 + aRow;
    let a3 = a2 + aRow;
    let a4 = a3 + aRow;
    let a5 = a4 + aRow;
    const end = a + ((<usize>min(inner, run)) << 2);
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const x0 = v128.load_splat<f32>(a0);
      c00 = multiplyAdd(x0, b0, c00);
      c01 = multiplyAdd(x0, b1, c01);
      const x1 = v128.load_splat<f32>(a1);
      c10 = multiplyAdd(x1, b0, c10);
      c11 = multiplyAdd(x1, b1, c11);
      const x2 = v128.load_splat<f32>(a2);
      c20 = multiplyAdd(x2, b0, c20);
      c21 = multiplyAdd(x2, b1, c21);
      const x3 = v128.load_splat<f32>(a3);
      c30 = multiplyAdd(x3, b0, c30);
      c31 = multiplyAdd(x3, b1, c31);
      const x4 = v128.load_splat<f32>(a4);
      c40 = multiplyAdd(x4, b0, c40);
      c41 = multiplyAdd(x4, b1, c41);
      const x5 = v128.load_splat<f32>(a5);
      c50 = multiplyAdd(x5, b0, c50);
      c51 = multiplyAdd(x5, b1, c51);
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
      a4 += 4;
      a5 += 4;
      b += 64;
    }
    a += aPanel;
    inner -= run;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out1, c10);
  v128.store(out1, c11, 16);
  v128.store(out2, c20);
  v128.store(out2, c21, 16);
  v128.store(out3, c30);
  v128.store(out3, c31, 16);
  v128.store(out4, c40);
  v128.store(out4, c41, 16);
  v128.store(out5, c50);
  v128.store(out5, c51, 16);
}
