import type { Engine } from '../../lstm/engine.ts';
import type { ErrorKind } from '../error-model.ts';
import { fitErrorModel } from '../fit-error-model.ts';
import type { WearableModelSettings } from '../model-settings.ts';
import { fitThreshold, type Threshold } from '../threshold.ts';
import { windowErrors } from '../window-error.ts';
import type { TrainingData, WindowValues } from './fit-autoencoder.ts';

/** More training windows than this tell an error model nothing new. */
const mostWindows = 4000;

export interface Calibration {
  readonly threshold: Threshold;
  /** Of the validation windows, in their order, ≥ 0. */
  readonly validationErrors: Float64Array;
}

/** At most so many windows, evenly spread. */
const spread = ({ count, values }: WindowValues): WindowValues => {
  if (count <= mostWindows) return { count, values };
  const size = values.length / count;
  const kept = new Float32Array(mostWindows * size);
  for (let at = 0; at < mostWindows; at += 1) {
    const window = Math.floor((at * count) / mostWindows);
    kept.set(values.subarray(window * size, (window + 1) * size), at * size);
  }
  return { count: mostWindows, values: kept };
};

/**
 * Learns what a window's error is and from which error on a window is no longer normal: the error model from the
 * windows that the network has learned from, the threshold from those that it has not.
 *
 * @param engine - of the trained network
 * @param data - standardised normal windows
 * @param wanted - which error, at which percentile, and the model's settings
 */
export const calibrateDetector = (
  engine: Engine,
  { train, validation }: TrainingData,
  wanted: {
    readonly errorKind: ErrorKind;
    readonly percentile: number;
    readonly settings: WearableModelSettings;
  },
): Calibration => {
  const { errorKind, percentile, settings } = wanted;
  const learned = spread(train);
  const reconstruction = engine.reconstruct(learned.values, learned.count);
  const errorModel = fitErrorModel(errorKind, { windows: learned.values, reconstruction }, settings);
  const rebuilt = engine.reconstruct(validation.values, validation.count);
  const validationErrors = windowErrors(validation.values, rebuilt, errorModel);
  return { threshold: fitThreshold(validationErrors, percentile, errorModel), validationErrors };
};
