import type { Engine } from '../../lstm/engine.ts';
import type { ErrorKind } from '../error-model.ts';
import { fitErrorModel } from '../fit-error-model.ts';
import type { WearableModelSettings } from '../model-settings.ts';
import { fitThreshold, type Threshold } from '../threshold.ts';
import { windowErrors } from '../window-error.ts';
import type { TrainingData, WindowValues } from './fit-autoencoder.ts';

/** More windows than this tell an error model nothing new. */
const mostWindows = 4000;

export interface Calibration {
  readonly threshold: Threshold;
  /** Of the validation windows, in their order, ≥ 0. */
  readonly validationErrors: Float64Array;
}

/** At most so many windows, evenly spread over those of training and of validation. */
const spread = ({ train, validation }: TrainingData): WindowValues => {
  const size = train.values.length / train.count;
  const count = train.count + validation.count;
  const kept = Math.min(count, mostWindows);
  const values = new Float32Array(kept * size);
  for (let at = 0; at < kept; at += 1) {
    const window = Math.floor((at * count) / kept);
    const [from, index] =
      window < train.count ? [train.values, window] : [validation.values, window - train.count];
    values.set(from.subarray(index * size, (index + 1) * size), at * size);
  }
  return { count: kept, values };
};

/**
 * Learns what a window's error is and from which error on a window is no longer normal. The error model comes from all
 * normal windows, since those of training alone are rebuilt too well and those of validation show few people; the
 * threshold only from windows that the network has not learned from.
 *
 * @param engine - of the trained network
 * @param data - standardised normal windows
 * @param wanted - which error, at which percentile, and the model's settings
 */
export const calibrateDetector = (
  engine: Engine,
  data: TrainingData,
  wanted: {
    readonly errorKind: ErrorKind;
    readonly percentile: number;
    readonly settings: WearableModelSettings;
  },
): Calibration => {
  const { errorKind, percentile, settings } = wanted;
  const { validation } = data;
  const learned = spread(data);
  const reconstruction = engine.reconstruct(learned.values, learned.count);
  const errorModel = fitErrorModel(errorKind, { windows: learned.values, reconstruction }, settings);
  const rebuilt = engine.reconstruct(validation.values, validation.count);
  const validationErrors = windowErrors(validation.values, rebuilt, errorModel);
  return { threshold: fitThreshold(validationErrors, percentile, errorModel), validationErrors };
};
