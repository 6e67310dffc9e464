import { conditionalMeans } from '../stats/conditional-means.ts';
import type { ErrorModel } from './error-model.ts';
import { errorStatistics } from './error-statistics.ts';
import { regimeOf, windowMeans } from './regimes.ts';
import { statisticsPerFeature } from './window-statistics.ts';

/**
 * What a window is compared with by its error. For `combined`: the usual level of each measured feature while the
 * person moves as much. For `conditional`: the window itself, with the level of its first feature that goes with the
 * others. For all other errors the reconstruction.
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
  if (model.kind !== 'combined' && model.kind !== 'conditional') return rebuilt;
  const [movement = 0] = windowMeans(window, model, model.regimeFeature ?? 0);
  const usual = model.regimes[regimeOf(movement, model.bounds)]!;
  if (model.kind === 'combined') {
    // The first statistic of each measured feature is its mean over the window.
    return rebuilt.map((value, cell) => {
      const feature = cell % model.features;
      return feature < model.judgedFeatures ? usual.means[feature * statisticsPerFeature]! : value;
    });
  }
  const reconstruction = { values: rebuilt, latent: new Float32Array() };
  const { values, given } = errorStatistics(model.kind, { windows: window, reconstruction }, model);
  const [level = 0] = conditionalMeans(usual, values, given);
  return window.map((value, cell) => (cell % model.features === 0 ? level : value));
};
