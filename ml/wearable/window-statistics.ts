import type { Reconstruction } from '../lstm/engine.ts';
import type { WindowShape } from './error-model.ts';

/** Mean squares below this (standardised units squared) are told from 0 by nothing but rounding and noise. */
const smallestSquare = 1e-4;

/** What the `profile` error looks at for each measured feature. */
export const statisticsPerFeature = 3;

/**
 * How a window differs from its reconstruction, three numbers a measured feature: the mean difference, the
 * logarithm of the mean squared difference about it, and the logarithm of the mean squared change of the difference
 * from one step to the next. The mean tells a level that does not fit from noise; the logarithms tell a sensor that
 * is stuck (too smooth) as well as one that jumps.
 *
 * @param windows - standardised, shape [n, steps, features]
 * @param reconstruction - of the same windows
 * @returns shape [n, judgedFeatures × 3]
 */
export const windowStatistics = (
  windows: Float32Array,
  { values }: Reconstruction,
  { steps, features, judgedFeatures }: WindowShape,
): Float64Array => {
  const windowSize = steps * features;
  const count = windows.length / windowSize;
  const statistics = new Float64Array(count * judgedFeatures * statisticsPerFeature);
  let at = 0;
  for (let window = 0; window < count; window += 1) {
    for (let feature = 0; feature < judgedFeatures; feature += 1) {
      const first = window * windowSize + feature;
      let sum = 0;
      let squares = 0;
      let changes = 0;
      let previous = 0;
      for (let step = 0; step < steps; step += 1) {
        const cell = first + step * features;
        const difference = windows[cell]! - values[cell]!;
        sum += difference;
        squares += difference * difference;
        if (step > 0) changes += (difference - previous) ** 2;
        previous = difference;
      }
      const mean = sum / steps;
      statistics[at] = mean;
      statistics[at + 1] = Math.log(smallestSquare + Math.max(0, squares / steps - mean * mean));
      statistics[at + 2] = Math.log(smallestSquare + changes / Math.max(1, steps - 1));
      at += statisticsPerFeature;
    }
  }
  return statistics;
};

/**
 * By how much the first feature of each window exceeds its reconstruction, on average over the steps.
 *
 * @param windows - standardised, shape [n, steps, features]
 * @param reconstruction - of the same windows
 * @returns shape [n]
 */
export const meanDifferences = (
  windows: Float32Array,
  { values }: Reconstruction,
  { steps, features }: Pick<WindowShape, 'steps' | 'features'>,
): Float64Array => {
  const windowSize = steps * features;
  return Float64Array.from({ length: windows.length / windowSize }, (_, window) => {
    let sum = 0;
    for (let cell = window * windowSize; cell < (window + 1) * windowSize; cell += features) {
      sum += windows[cell]! - values[cell]!;
    }
    return sum / steps;
  });
};
