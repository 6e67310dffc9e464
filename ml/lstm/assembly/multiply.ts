import { multiplyAdd } from './multiply-add';
import { multiplySixRows } from './multiply-six-rows';

// Matrix products. A "panel" is 16 neighbouring columns of a matrix, stored row after row (64 bytes each), so that
// the inner loop reads memory in order. Every sum runs over the inner index from first to last in one accumulator:
// a row's result is the same to the bit whichever rows are beside it.
//
// The inner loops are not unrolled: V8 would then gather each accumulator's terms and spill the rest (measured: 14.6
// instead of 24 billion multiply-adds a second on an EPYC 9004).

/** To begin and end six rows takes longer than two; shorter sums do not gain it back. */
const longEnough = 96;

/** Two rows × 16 columns of `out` += a × b. */
function multiplyTwoRows(
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
  let c00 = v128.load(out);
  let c01 = v128.load(out, 16);
  let c02 = v128.load(out, 32);
  let c03 = v128.load(out, 48);
  let c10 = v128.load(out1);
  let c11 = v128.load(out1, 16);
  let c12 = v128.load(out1, 32);
  let c13 = v128.load(out1, 48);
  while (inner > 0) {
    let a0 = a;
    let a1 = a + aRow;
    const end = a + ((<usize>min(inner, run)) << 2);
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const b2 = v128.load(b, 32);
      const b3 = v128.load(b, 48);
      const x0 = v128.load_splat<f32>(a0);
      c00 = multiplyAdd(x0, b0, c00);
      c01 = multiplyAdd(x0, b1, c01);
      c02 = multiplyAdd(x0, b2, c02);
      c03 = multiplyAdd(x0, b3, c03);
      const x1 = v128.load_splat<f32>(a1);
      c10 = multiplyAdd(x1, b0, c10);
      c11 = multiplyAdd(x1, b1, c11);
      c12 = multiplyAdd(x1, b2, c12);
      c13 = multiplyAdd(x1, b3, c13);
      a0 += 4;
      a1 += 4;
      b += 64;
    }
    a += aPanel;
    inner -= run;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out, c02, 32);
  v128.store(out, c03, 48);
  v128.store(out1, c10);
  v128.store(out1, c11, 16);
  v128.store(out1, c12, 32);
  v128.store(out1, c13, 48);
}

/** One row × 32 columns (two panels) of `out` += a × b: eight independent sums hide the latency of addition. */
function multiplyRowTwoPanels(
  a: usize,
  aPanel: usize,
  b: usize,
  bPanel: usize,
  out: usize,
  outPanel: usize,
  inner: i32,
  run: i32,
): void {
  const out1 = out + outPanel;
  let c0 = v128.load(out);
  let c1 = v128.load(out, 16);
  let c2 = v128.load(out, 32);
  let c3 = v128.load(out, 48);
  let c4 = v128.load(out1);
  let c5 = v128.load(out1, 16);
  let c6 = v128.load(out1, 32);
  let c7 = v128.load(out1, 48);
  let d = b + bPanel;
  while (inner > 0) {
    let from = a;
    const end = a + ((<usize>min(inner, run)) << 2);
    while (from < end) {
      const x = v128.load_splat<f32>(from);
      c0 = multiplyAdd(x, v128.load(b), c0);
      c1 = multiplyAdd(x, v128.load(b, 16), c1);
      c2 = multiplyAdd(x, v128.load(b, 32), c2);
      c3 = multiplyAdd(x, v128.load(b, 48), c3);
      c4 = multiplyAdd(x, v128.load(d), c4);
      c5 = multiplyAdd(x, v128.load(d, 16), c5);
      c6 = multiplyAdd(x, v128.load(d, 32), c6);
      c7 = multiplyAdd(x, v128.load(d, 48), c7);
      from += 4;
      b += 64;
      d += 64;
    }
    a += aPanel;
    inner -= run;
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
  v128.store(out, c2, 32);
  v128.store(out, c3, 48);
  v128.store(out1, c4);
  v128.store(out1, c5, 16);
  v128.store(out1, c6, 32);
  v128.store(out1, c7, 48);
}

/** One row × 16 columns of `out` += a × b. */
function multiplyRow(a: usize, aPanel: usize, b: usize, out: usize, inner: i32, run: i32): void {
  let c0 = v128.load(out);
  let c1 = v128.load(out, 16);
  let c2 = v128.load(out, 32);
  let c3 = v128.load(out, 48);
  while (inner > 0) {
    let from = a;
    const end = a + ((<usize>min(inner, run)) << 2);
    while (from < end) {
      const x = v128.load_splat<f32>(from);
      c0 = multiplyAdd(x, v128.load(b), c0);
      c1 = multiplyAdd(x, v128.load(b, 16), c1);
      c2 = multiplyAdd(x, v128.load(b, 32), c2);
      c3 = multiplyAdd(x, v128.load(b, 48), c3);
      from += 4;
      b += 64;
    }
    a += aPanel;
    inner -= run;
  }
  v128.store(out, c0);
  v128.store(out, c1, 16);
  v128.store(out, c2, 32);
  v128.store(out, c3, 48);
}

/**
 * out += a × b.
 *
 * `a` and `out` are plain rows (a panel stride of 64) or panels (a row stride of 64); `b` is panels of 16 columns,
 * `bPanel` bytes apart. `inner` is the columns of `a`. Strides in bytes.
 */
export function multiply(
  a: usize,
  aRow: usize,
  aPanel: usize,
  b: usize,
  bPanel: usize,
  out: usize,
  outRow: usize,
  outPanel: usize,
  rows: i32,
  inner: i32,
  panels: i32,
): void {
  // Columns of `a` that lie side by side.
  const run = aPanel == 64 ? inner : 16;
  const even = rows & ~1;
  const sixes = inner >= longEnough ? rows - (rows % 6) : 0;
  for (let panel = 0; panel < panels; panel++) {
    const from = b + <usize>panel * bPanel;
    let aTile = a;
    let outTile = out + <usize>panel * outPanel;
    let row = 0;
    if (ASC_FEATURE_RELAXED_SIMD) {
      for (; row < sixes; row += 6) {
        multiplySixRows(aTile, aRow, aPanel, from, outTile, outRow, inner, run);
        multiplySixRows(aTile, aRow, aPanel, from + 32, outTile + 32, outRow, inner, run);
        aTile += aRow * 6;
        outTile += outRow * 6;
      }
    }
    for (; row < even; row += 2) {
      multiplyTwoRows(aTile, aRow, aPanel, from, outTile, outRow, inner, run);
      aTile += aRow << 1;
      outTile += outRow << 1;
    }
  }
  if (even == rows) return;
  const last = a + <usize>even * aRow;
  let outTile = out + <usize>even * outRow;
  let from = b;
  let panel = 0;
  for (; panel + 1 < panels; panel += 2) {
    multiplyRowTwoPanels(last, aPanel, from, bPanel, outTile, outPanel, inner, run);
    from += bPanel << 1;
    outTile += outPanel << 1;
  }
  if (panel < panels) multiplyRow(last, aPanel, from, outTile, inner, run);
}
