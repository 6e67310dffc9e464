import { InsufficientDataError } from '../insufficient-data-error.ts';
import type { Reconstruction } from '../lstm/engine.ts';
import { fitStandardisation } from '../preprocessing/standardisation.ts';
import type { ErrorKind, ErrorModel, WindowShape } from './error-model.ts';
import { fitGaussian } from './fit-gaussian.ts';
import { fitRegimes } from './fit-regimes.ts';
import type { WearableModelSettings } from './model-settings.ts';
import type { Reconstructed } from './reconstructed.ts';
import { meanDifferences } from './window-statistics.ts';

/** Variances below this (standardised units squared) are rounding; dividing by them would make noise an anomaly. */
const leastVariance = 1e-4;

/** Differences of the measured features, shape [n × steps, judgedFeatures]. */
const differencesOf = (windows: Float32Array, { values }: Reconstruction, shape: WindowShape) => {
  const { features, judgedFeatures } = shape;
  const differences = new Float64Array((windows.length / features) * judgedFeatures);
  for (let at = 0; at < differences.length; at += 1) {
    const cell = Math.floor(at / judgedFeatures) * features + (at % judgedFeatures);
    differences[at] = windows[cell]! - values[cell]!;
  }
  return differences;
};

const meanSquares = (differences: Float64Array, period: number): number[] => {
  const sums = new Array<number>(period).fill(0);
  const repeats = differences.length / period;
  for (let at = 0; at < differences.length; at += 1) {
    sums[at % period] = sums[at % period]! + differences[at]! ** 2 / repeats;
  }
  return sums.map((square) => Math.max(square, leastVariance));
};

/**
 * Learns what an error of this kind needs to know of normal windows.
 *
 * @param kind - which number the error shall be
 * @param normal - windows in which nothing is wrong, n ≥ 1, rebuilt
 * @param settings - of the model
 * @throws {InsufficientDataError} when n = 0
 */
export const fitErrorModel = (
  kind: ErrorKind,
  normal: Reconstructed,
  settings: WearableModelSettings,
): ErrorModel => {
  const { windows, reconstruction } = normal;
  const shape: WindowShape = {
    steps: settings.stepsPerWindow,
    features: settings.featureNames.length,
    judgedFeatures: settings.standardisedFeatures,
  };
  const { steps, features, judgedFeatures } = shape;
  const count = windows.length / (steps * features);
  if (count === 0)
    throw new InsufficientDataError('An error model needs at least one normal window; got none.');
  switch (kind) {
    case 'mse':
      return { kind, ...shape };
    case 'normalised': {
      const differences = differencesOf(windows, reconstruction, shape);
      return { kind, ...shape, variances: meanSquares(differences, steps * judgedFeatures) };
    }
    case 'correlated':
      return {
        kind,
        ...shape,
        ...fitGaussian(differencesOf(windows, reconstruction, shape), judgedFeatures),
      };
    case 'profile':
    case 'combined':
    case 'conditional':
      return { kind, ...shape, ...fitRegimes(kind, normal, { shape, settings }) };
    case 'raised': {
      const { means, deviations } = fitStandardisation(meanDifferences(windows, reconstruction, shape), 1);
      return {
        kind,
        ...shape,
        mean: means[0]!,
        deviation: Math.max(deviations[0]!, Math.sqrt(leastVariance)),
      };
    }
    case 'latent': {
      const latent = Float64Array.from(reconstruction.latent);
      return { kind, ...shape, ...fitGaussian(latent, latent.length / count) };
    }
  }
};
