import { tanh4 } from './activations';
import { multiply } from './multiply';
import { multiplyAdd } from './multiply-add';

/** Turns gates into the errors of their weighted sums, in place, and `carried`, the error of the cells, a step back. */
function gateErrors(
  gates: usize,
  gatePanel: usize,
  before: usize,
  cells: usize,
  errors: usize,
  carried: usize,
  rows: i32,
  units: i32,
): void {
  const one = f32x4.splat(1);
  const row = <usize>units << 2;
  for (let unit = 0; unit < units; unit += 4) {
    let at = gates + (<usize>unit >> 2) * gatePanel;
    let offset = <usize>unit << 2;
    for (let index = 0; index < rows; index++) {
      const input = v128.load(at);
      const forget = v128.load(at, 16);
      const candidate = v128.load(at, 32);
      const output = v128.load(at, 48);
      const squashed = tanh4(v128.load(cells + offset));
      const error = v128.load(errors + offset);
      const slope = f32x4.sub(one, f32x4.mul(squashed, squashed));
      const cellError = f32x4.add(
        v128.load(carried + offset),
        f32x4.mul(f32x4.mul(error, output), slope),
      );
      const inputError = f32x4.mul(f32x4.mul(cellError, candidate), f32x4.mul(input, f32x4.sub(one, input)));
      const forgetError = f32x4.mul(
        f32x4.mul(cellError, v128.load(before + offset)),
        f32x4.mul(forget, f32x4.sub(one, forget)),
      );
      const candidateSlope = f32x4.sub(one, f32x4.mul(candidate, candidate));
      const candidateError = f32x4.mul(f32x4.mul(cellError, input), candidateSlope);
      const outputError = f32x4.mul(f32x4.mul(error, squashed), f32x4.mul(output, f32x4.sub(one, output)));
      v128.store(at, inputError);
      v128.store(at, forgetError, 16);
      v128.store(at, candidateError, 32);
      v128.store(at, outputError, 48);
      v128.store(carried + offset, f32x4.mul(cellError, forget));
      at += 64;
      offset += row;
    }
  }
}

/**
 * Back-propagation through time: the errors of a layer's weighted sums from those of its states.
 *
 * @param gates - of `lstmForward`; becomes the errors of the weighted sums, laid out alike
 * @param recurrent - Uᵀ, panels [units / 16][4 × units][16], from `transpose`
 * @param cells - of `lstmForward`, [steps][rows][units]
 * @param errors - of the states, [steps][rows][units]; those that come back in time are added
 * @param carried - [rows][units] of zeros
 * @param zeros - [rows][units] of zeros
 */
export function lstmBackward(
  gates: usize,
  recurrent: usize,
  cells: usize,
  errors: usize,
  carried: usize,
  zeros: usize,
  steps: i32,
  rows: i32,
  units: i32,
): void {
  const gatePanel = (<usize>steps * <usize>rows) << 6;
  const row = <usize>units << 2;
  const stepBytes = <usize>rows * row;
  const gateStep = <usize>rows << 6;
  for (let step = steps - 1; step >= 0; step--) {
    const now = gates + <usize>step * gateStep;
    const error = errors + <usize>step * stepBytes;
    const cell = cells + <usize>step * stepBytes;
    if (step < steps - 1) {
      const after = now + gateStep;
      multiply(after, 64, gatePanel, recurrent, row << 6, error, row, 64, rows, units << 2, units >> 4);
    }
    gateErrors(now, gatePanel, step > 0 ? cell - stepBytes : zeros, cell, error, carried, rows, units);
  }
}

/** Two rows × 16 columns of `out` += aᵀ × b over so many rows of both. */
function multiplyTwoColumns(a: usize, aRow: usize, b: usize, bRow: usize, out: usize, rows: i32): void {
  let c00 = v128.load(out);
  let c01 = v128.load(out, 16);
  let c02 = v128.load(out, 32);
  let c03 = v128.load(out, 48);
  let c10 = v128.load(out, 64);
  let c11 = v128.load(out, 80);
  let c12 = v128.load(out, 96);
  let c13 = v128.load(out, 112);
  while (rows > 0) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const b2 = v128.load(b, 32);
    const b3 = v128.load(b, 48);
    const x0 = v128.load_splat<f32>(a);
    c00 = multiplyAdd(x0, b0, c00);
    c01 = multiplyAdd(x0, b1, c01);
    c02 = multiplyAdd(x0, b2, c02);
    c03 = multiplyAdd(x0, b3, c03);
    const x1 = v128.load_splat<f32>(a, 4);
    c10 = multiplyAdd(x1, b0, c10);
    c11 = multiplyAdd(x1, b1, c11);
    c12 = multiplyAdd(x1, b2, c12);
    c13 = multiplyAdd(x1, b3, c13);
    a += aRow;
    b += bRow;
    rows--;
  }
  v128.store(out, c00);
  v128.store(out, c01, 16);
  v128.store(out, c02, 32);
  v128.store(out, c03, 48);
  v128.store(out, c10, 64);
  v128.store(out, c11, 80);
  v128.store(out, c12, 96);
  v128.store(out, c13, 112);
}

/**
 * out += aᵀ × b: the gradient of a kernel from its layer's inputs and the errors of its weighted sums.
 *
 * @param a - plain rows, padded with zeros to an even count of columns
 * @param b - as `multiply` takes its `out`: plain rows or panels
 * @param out - panels [panels][columns of a, padded][16], `outPanel` bytes apart
 */
export function multiplyTransposed(
  a: usize,
  aRow: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  out: usize,
  outPanel: usize,
  rows: i32,
  columns: i32,
  panels: i32,
): void {
  // So many rows of `a` and of one panel of `b` stay in the nearest cache.
  const block = 32;
  for (let row = 0; row < rows; row += block) {
    const count = min(block, rows - row);
    const aBlock = a + <usize>row * aRow;
    const bBlock = b + <usize>row * bRow;
    for (let panel = 0; panel < panels; panel++) {
      const bTile = bBlock + <usize>panel * bPanel;
      const outTile = out + <usize>panel * outPanel;
      for (let column = 0; column < columns; column += 2) {
        const offset = <usize>column;
        multiplyTwoColumns(aBlock + (offset << 2), aRow, bTile, bRow, outTile + (offset << 6), count);
      }
    }
  }
}

/** Packed weights the other way round: [panels][rows][16] to [rows / 16][panels × 16][16]; rows of whole panels. */
export function transpose(from: usize, to: usize, rows: i32, panels: i32): void {
  const toPanel = <usize>panels << 10;
  for (let panel = 0; panel < panels; panel++) {
    for (let row = 0; row < rows; row++) {
      let at = to + (<usize>row >> 4) * toPanel + (<usize>panel << 10) + ((<usize>row & 15) << 2);
      for (let column = 0; column < 16; column++) {
        f32.store(at, f32.load(from));
        from += 4;
        at += 64;
      }
    }
  }
}

/** out[panel][16] += the sum of the rows of `from`: the gradient of a bias. */
export function sumRows(from: usize, fromRow: usize, fromPanel: usize, out: usize, rows: i32, panels: i32): void {
  for (let panel = 0; panel < panels; panel++) {
    let a = v128.load(out);
    let b = v128.load(out, 16);
    let c = v128.load(out, 32);
    let d = v128.load(out, 48);
    let at = from;
    for (let row = 0; row < rows; row++) {
      a = f32x4.add(a, v128.load(at));
      b = f32x4.add(b, v128.load(at, 16));
      c = f32x4.add(c, v128.load(at, 32));
      d = f32x4.add(d, v128.load(at, 48));
      at += fromRow;
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
    out += 64;
    from += fromPanel;
  }
}

/** Sums over the steps, the inverse of `repeatSteps`: [panels][steps × rows][16] to [panels][rows][16]. */
export function sumSteps(from: usize, to: usize, steps: i32, rows: i32, panels: i32): void {
  const step = <usize>rows << 6;
  for (let panel = 0; panel < panels; panel++) {
    for (let offset: usize = 0; offset < step; offset += 16) {
      let sum = v128.load(from + offset);
      for (let index = 1; index < steps; index++) {
        sum = f32x4.add(sum, v128.load(from + offset + <usize>index * step));
      }
      v128.store(to + offset, sum);
    }
    from += step * <usize>steps;
    to += step;
  }
}
