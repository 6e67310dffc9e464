import type { Reconstruction } from '../lstm/engine.ts';
import type { WindowShape } from './error-model.ts';
import { statisticsPerFeature, windowStatistics } from './window-statistics.ts';

/** What an error with regimes compares with normal windows. */
export interface ErrorStatistics {
  /** Row by row, shape [n, size]. */
  readonly values: Float64Array;
  /** Numbers of a window. */
  readonly size: number;
  /** To which feature each number belongs, shape [size]. */
  readonly features: readonly number[];
  /** Which of the numbers are taken as they are, and only said what the others should be. */
  readonly given: readonly number[];
}

/** Errors that compare a window with normal ones by such statistics. */
export type StatisticsKind = 'profile' | 'combined' | 'conditional';

const threeEach = (features: number): number[] =>
  Array.from({ length: features * statisticsPerFeature }, (_, at) => Math.floor(at / statisticsPerFeature));

/** Rows of two tables side by side. */
const sideBySide = (left: ErrorStatistics, right: ErrorStatistics): ErrorStatistics => {
  const size = left.size + right.size;
  const count = left.values.length / left.size;
  const values = new Float64Array(count * size);
  for (let row = 0; row < count; row += 1) {
    values.set(left.values.subarray(row * left.size, (row + 1) * left.size), row * size);
    values.set(right.values.subarray(row * right.size, (row + 1) * right.size), row * size + left.size);
  }
  return { values, size, features: [...left.features, ...right.features], given: [] };
};

const differencesOf = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  shape: WindowShape,
): ErrorStatistics => ({
  values: windowStatistics(windows, reconstruction, shape),
  size: shape.judgedFeatures * statisticsPerFeature,
  features: threeEach(shape.judgedFeatures),
  given: [],
});

/**
 * The numbers by which some errors compare a window with normal ones. `profile`: how it differs from its
 * reconstruction. `combined`: what it looks like in itself, and how its first feature differs. `conditional`: the same,
 * those of all but the first feature being given.
 *
 * @param kind - of the error
 * @param rebuilt - standardised windows, shape [n, steps, features], and what the network made of them
 * @param shape - of a window
 */
export const errorStatistics = (
  kind: StatisticsKind,
  { windows, reconstruction }: { readonly windows: Float32Array; readonly reconstruction: Reconstruction },
  shape: WindowShape,
): ErrorStatistics => {
  if (kind === 'profile') return differencesOf(windows, reconstruction, shape);
  const nothing = { values: new Float32Array(windows.length), latent: reconstruction.latent };
  const both = sideBySide(
    differencesOf(windows, nothing, shape),
    differencesOf(windows, reconstruction, { ...shape, judgedFeatures: 1 }),
  );
  if (kind === 'combined') return both;
  return { ...both, given: [...both.features.keys()].filter((at) => both.features[at] !== 0) };
};
