import type { WindowShape } from './error-model.ts';

/**
 * Mean of one feature over each window.
 *
 * @param windows - standardised, shape [n, steps, features]
 * @param shape - of a window
 * @param feature - index of the feature
 * @returns shape [n]
 * @example
 * windowMeans(Float32Array.of(1, 5, 3, 5), { steps: 2, features: 2 }, 0) // => [2]
 */
export const windowMeans = (
  windows: Float32Array,
  { steps, features }: Pick<WindowShape, 'steps' | 'features'>,
  feature: number,
): Float64Array => {
  const windowSize = steps * features;
  return Float64Array.from({ length: windows.length / windowSize }, (_, window) => {
    let sum = 0;
    for (let step = 0; step < steps; step += 1)
      sum += windows[window * windowSize + step * features + feature]!;
    return sum / steps;
  });
};

/**
 * In which regime a mean lies: how many of the bounds lie below it.
 *
 * @param bounds - ascending
 * @example
 * regimeOf(2, [0, 3]) // => 1
 */
export const regimeOf = (mean: number, bounds: readonly number[]): number =>
  bounds.filter((bound) => mean > bound).length;
