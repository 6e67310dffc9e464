import { paddedWidth } from './layout.ts';

/** Which windows of a batch, and their sizes. */
export interface WindowSlice {
  /** First window. */
  readonly from: number;
  readonly windows: number;
  readonly steps: number;
  readonly features: number;
}

/**
 * Lays windows out as the kernels read them: all windows of one step side by side, rows padded.
 *
 * @param values - row-major, shape [batch, steps, features]
 * @param out - shape [steps, windows, padded features]; its padding is left as it is
 */
export const toTimeMajor = (values: Float32Array, out: Float32Array, slice: WindowSlice): void => {
  const { from, windows, steps, features } = slice;
  const width = paddedWidth(features);
  for (let window = 0; window < windows; window += 1) {
    for (let step = 0; step < steps; step += 1) {
      const source = ((from + window) * steps + step) * features;
      const target = (step * windows + window) * width;
      for (let feature = 0; feature < features; feature += 1) {
        out[target + feature] = values[source + feature] as number;
      }
    }
  }
};

/**
 * The inverse of `toTimeMajor`.
 *
 * @param rows - shape [steps, windows, padded features]
 * @param values - shape [batch, steps, features], of which the slice is written
 */
export const fromTimeMajor = (rows: Float32Array, values: Float32Array, slice: WindowSlice): void => {
  const { from, windows, steps, features } = slice;
  const width = paddedWidth(features);
  for (let window = 0; window < windows; window += 1) {
    for (let step = 0; step < steps; step += 1) {
      const target = ((from + window) * steps + step) * features;
      const source = (step * windows + window) * width;
      for (let feature = 0; feature < features; feature += 1) {
        values[target + feature] = rows[source + feature] as number;
      }
    }
  }
};
