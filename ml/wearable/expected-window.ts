import type { ErrorModel } from './error-model.ts';
import { regimeOf, windowMeans } from './regimes.ts';
import { statisticsPerFeature } from './window-statistics.ts';

/**
 * What a window is compared with by its error: for `combined` the usual level of each measured feature while the
 * person moves as much, for all others the reconstruction.
 *
 * @param window - standardised, shape [steps, features]
 * @param rebuilt - what the network made of it, same shape
 * @param model - which error, from `threshold.json`
 * @returns standardised, shape [steps, features]
 */
export const expectedWindow = (
  window: Float32Array,
  rebuilt: Float32Array,
  model: ErrorModel,
): Float32Array => {
  if (model.kind !== 'combined') return rebuilt;
  const [movement = 0] = windowMeans(window, model, model.regimeFeature ?? 0);
  const { means } = model.regimes[regimeOf(movement, model.bounds)]!;
  // The first statistic of each measured feature is its mean over the window.
  return rebuilt.map((value, cell) => {
    const feature = cell % model.features;
    return feature < model.judgedFeatures ? means[feature * statisticsPerFeature]! : value;
  });
};
