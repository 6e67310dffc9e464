import type { Reconstruction } from '../lstm/engine.ts';
import { mahalanobisTerms } from '../stats/mahalanobis.ts';
import type { ErrorModel } from './error-model.ts';
import { errorStatistics, type StatisticsKind } from './error-statistics.ts';
import { regimeOf, windowMeans } from './regimes.ts';
import { makeDistanceTerms } from './usual-windows.ts';
import { meanDifferences } from './window-statistics.ts';

/**
 * Each feature's part of each window's error; the parts add up to the error. A part is negative where a feature
 * speaks for the window being normal.
 *
 * The latent distance belongs to no feature: its parts are spread as the squared differences are.
 *
 * @param windows - standardised, shape [n, steps, features]
 * @param reconstruction - of the same windows
 * @returns shape [n, features]
 */
export const featureErrors = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ErrorModel,
): Float64Array => {
  switch (model.kind) {
    case 'mse':
    case 'normalised':
      return squaredErrors(windows, reconstruction, model);
    case 'correlated':
      return correlatedErrors(windows, reconstruction, model);
    case 'profile':
    case 'combined':
    case 'conditional':
      return profileErrors(windows, reconstruction, model);
    case 'raised':
      return raisedErrors(windows, reconstruction, model);
    case 'latent':
      return latentErrors(windows, reconstruction, model);
  }
};

type ModelOf<Kind> = Extract<ErrorModel, { kind: Kind }>;

const squaredErrors = (
  windows: Float32Array,
  { values }: Reconstruction,
  model: ModelOf<'mse' | 'normalised'>,
): Float64Array => {
  const { steps, features, judgedFeatures } = model;
  const counted = model.kind === 'mse' ? features : judgedFeatures;
  const errors = new Float64Array((windows.length / (steps * features)) * features);
  for (let cell = 0; cell < windows.length; cell += 1) {
    const feature = cell % features;
    if (feature >= counted) continue;
    const step = Math.floor(cell / features) % steps;
    const variance = model.kind === 'mse' ? 1 : model.variances[step * judgedFeatures + feature]!;
    const window = Math.floor(cell / (steps * features));
    errors[window * features + feature] =
      errors[window * features + feature]! +
      (windows[cell]! - values[cell]!) ** 2 / (variance * steps * counted);
  }
  return errors;
};

const correlatedErrors = (
  windows: Float32Array,
  { values }: Reconstruction,
  model: ModelOf<'correlated'>,
): Float64Array => {
  const { steps, features, judgedFeatures } = model;
  const errors = new Float64Array((windows.length / (steps * features)) * features);
  const differences = new Float64Array(judgedFeatures);
  for (let row = 0; row < windows.length / features; row += 1) {
    for (let feature = 0; feature < judgedFeatures; feature += 1) {
      differences[feature] = windows[row * features + feature]! - values[row * features + feature]!;
    }
    const terms = mahalanobisTerms(differences, 0, model);
    const first = Math.floor(row / steps) * features;
    for (let feature = 0; feature < judgedFeatures; feature += 1) {
      errors[first + feature] = errors[first + feature]! + terms[feature]! / (steps * judgedFeatures);
    }
  }
  return errors;
};

const profileErrors = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ModelOf<StatisticsKind>,
): Float64Array => {
  const { steps, features } = model;
  const statistics = errorStatistics(model.kind, { windows, reconstruction }, model);
  const errors = new Float64Array((windows.length / (steps * features)) * features);
  const movement = windowMeans(windows, model, model.regimeFeature ?? 0);
  // Made for those that are met: a watch's first score waits for it.
  const made: ReturnType<typeof makeDistanceTerms>[] = [];
  movement.forEach((mean, window) => {
    const regime = regimeOf(mean, model.bounds);
    made[regime] ??= makeDistanceTerms(statistics, model.regimes[regime]!);
    made[regime](window).forEach((term, at) => {
      const cell = window * features + statistics.features[at]!;
      errors[cell] = errors[cell]! + term;
    });
  });
  return errors;
};

/** ln(1 + exp z), which neither overflows nor falls below 0. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

const raisedErrors = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ModelOf<'raised'>,
): Float64Array => {
  const means = meanDifferences(windows, reconstruction, model);
  const errors = new Float64Array(means.length * model.features);
  means.forEach((mean, window) => {
    errors[window * model.features] = softplus((mean - model.mean) / model.deviation);
  });
  return errors;
};

const latentErrors = (
  windows: Float32Array,
  reconstruction: Reconstruction,
  model: ModelOf<'latent'>,
): Float64Array => {
  const { features } = model;
  const size = model.means.length;
  const errors = squaredErrors(windows, reconstruction, { ...model, kind: 'mse' });
  for (let window = 0; window < errors.length / features; window += 1) {
    let distance = 0;
    for (const term of mahalanobisTerms(reconstruction.latent, window * size, model)) distance += term / size;
    const parts = errors.subarray(window * features, (window + 1) * features);
    let total = 0;
    for (const part of parts) total += part;
    for (let feature = 0; feature < features; feature += 1) {
      parts[feature] = total === 0 ? distance / features : (parts[feature]! / total) * distance;
    }
  }
  return errors;
};
