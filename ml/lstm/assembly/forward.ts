import { sigmoid4, tanh4 } from './activations';
import { multiply } from './multiply';

// One panel of gates belongs to four units: input, forget, cell and output gate of each, 16 columns.

/** Makes gates of `rows` rows of weighted sums, in place, and from them the next cells. */
function openGates(gates: usize, gatePanel: usize, before: usize, cells: usize, rows: i32, units: i32): void {
  const row = <usize>units << 2;
  for (let unit = 0; unit < units; unit += 4) {
    let at = gates + (<usize>unit >> 2) * gatePanel;
    let offset = <usize>unit << 2;
    for (let index = 0; index < rows; index++) {
      // Nothing is stored in between, so that what all four have in common is loaded once.
      const input = sigmoid4(v128.load(at));
      const forget = sigmoid4(v128.load(at, 16));
      const output = sigmoid4(v128.load(at, 48));
      const candidate = tanh4(v128.load(at, 32));
      const kept = f32x4.mul(forget, v128.load(before + offset));
      v128.store(at, input);
      v128.store(at, forget, 16);
      v128.store(at, candidate, 32);
      v128.store(at, output, 48);
      v128.store(cells + offset, f32x4.add(kept, f32x4.mul(input, candidate)));
      at += 64;
      offset += row;
    }
  }
}

/** States from cells and output gates: a loop of its own, so that the processor works on several units at once. */
function release(gates: usize, gatePanel: usize, cells: usize, states: usize, rows: i32, units: i32): void {
  const row = <usize>units << 2;
  const even = rows & ~1;
  for (let unit = 0; unit < units; unit += 4) {
    let at = gates + (<usize>unit >> 2) * gatePanel;
    let offset = <usize>unit << 2;
    for (let index = 0; index < even; index += 2) {
      const first = f32x4.mul(v128.load(at, 48), tanh4(v128.load(cells + offset)));
      const second = f32x4.mul(v128.load(at, 112), tanh4(v128.load(cells + offset + row)));
      v128.store(states + offset, first);
      v128.store(states + offset + row, second);
      at += 128;
      offset += row << 1;
    }
    if (even == rows) continue;
    v128.store(states + offset, f32x4.mul(v128.load(at, 48), tanh4(v128.load(cells + offset))));
  }
}

/**
 * Runs an LSTM layer over its steps.
 *
 * @param gates - holds x × W + b of all steps in panels [units / 4][steps × rows][16]; becomes the gates
 * @param recurrent - packed U, panels [units / 4][units][16]
 * @param inner - columns of U's rows that are not padding, rounded up to 4
 * @param cells - [steps][rows][units] when `cellStep` is the bytes of a step, or one [rows][units] when it is 0
 * @param states - [steps][rows][units], the layer's output
 * @param zeros - [rows][units] of zeros: what is before the first step
 */
export function lstmForward(
  gates: usize,
  recurrent: usize,
  cells: usize,
  cellStep: usize,
  states: usize,
  zeros: usize,
  steps: i32,
  rows: i32,
  units: i32,
  inner: i32,
): void {
  const gatePanel = (<usize>steps * <usize>rows) << 6;
  const row = <usize>units << 2;
  const stateStep = <usize>rows * row;
  for (let step = 0; step < steps; step++) {
    const now = gates + ((<usize>step * <usize>rows) << 6);
    const state = states + <usize>step * stateStep;
    const cell = cells + <usize>step * cellStep;
    if (step > 0) {
      multiply(state - stateStep, row, 64, recurrent, row << 4, now, 64, gatePanel, rows, inner, units >> 2);
    }
    openGates(now, gatePanel, step > 0 ? cell - cellStep : zeros, cell, rows, units);
    release(now, gatePanel, cell, state, rows, units);
  }
}

/** Copies one row of 16-column panels, [panels][16], into every row of `to`. Strides in bytes. */
export function fillRows(from: usize, to: usize, toRow: usize, toPanel: usize, rows: i32, panels: i32): void {
  for (let panel = 0; panel < panels; panel++) {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    let at = to;
    for (let row = 0; row < rows; row++) {
      v128.store(at, a);
      v128.store(at, b, 16);
      v128.store(at, c, 32);
      v128.store(at, d, 48);
      at += toRow;
    }
    from += 64;
    to += toPanel;
  }
}

/** Repeats one step's panels for every step: [panels][rows][16] to [panels][steps × rows][16]. */
export function repeatSteps(from: usize, to: usize, steps: i32, rows: i32, panels: i32): void {
  const bytes = <usize>rows << 6;
  for (let panel = 0; panel < panels; panel++) {
    for (let step = 0; step < steps; step++) {
      memory.copy(to, from, bytes);
      to += bytes;
    }
    from += bytes;
  }
}
