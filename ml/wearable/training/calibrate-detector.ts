import type { Engine } from '../../lstm/engine.ts';
import { pickRows } from '../../preprocessing/pick-rows.ts';
import type { ErrorKind, ErrorModel } from '../error-model.ts';
import { fitErrorModel } from '../fit-error-model.ts';
import type { WearableModelSettings } from '../model-settings.ts';
import { peopleFolds } from '../people-folds.ts';
import type { Reconstructed } from '../reconstructed.ts';
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
  const people = new Array<string>(kept);
  for (let at = 0; at < kept; at += 1) {
    const window = Math.floor((at * count) / kept);
    const [from, index] = window < train.count ? [train, window] : [validation, window - train.count];
    values.set(from.values.subarray(index * size, (index + 1) * size), at * size);
    people[at] = from.people?.[index] ?? '';
  }
  return { count: kept, values, people };
};

/** The windows of everybody who is not among these people; undefined where that is nobody. */
const without = (
  { windows, reconstruction, people = [] }: Reconstructed,
  leftOut: ReadonlySet<string>,
): Reconstructed | undefined => {
  const kept = Array.from(people.keys()).filter((index) => !leftOut.has(people[index]!));
  if (kept.length === 0) return undefined;
  const pick = (values: Float32Array) =>
    pickRows(values, kept, new Float32Array((values.length / people.length) * kept.length));
  return {
    windows: pick(windows),
    reconstruction: { values: pick(reconstruction.values), latent: pick(reconstruction.latent) },
    people: kept.map((index) => people[index]!),
  };
};

/**
 * Learns what a window's error is and from which error on a window is no longer normal. The error model comes from all
 * normal windows, since those of training alone are rebuilt too well and those of validation show few people. The
 * threshold comes from windows that the network has not learned from, each judged by an error model that has not seen
 * its person either, as a stranger's window will be; where all windows are one person's, by the error model itself.
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
  const { values, count, people } = spread(data);
  const learned = { windows: values, reconstruction: engine.reconstruct(values, count), people };
  const errorModel = fitErrorModel(errorKind, learned, settings);
  const rebuilt = engine.reconstruct(validation.values, validation.count);
  const errorsBy = (model: ErrorModel) => windowErrors(validation.values, rebuilt, model);
  const validationErrors = errorsBy(errorModel);
  const owners = validation.people ?? [];
  const { foldOf, count: folds } = peopleFolds(owners);
  for (let fold = 0; fold < folds; fold += 1) {
    const others = without(learned, new Set(owners.filter((_, window) => foldOf[window] === fold)));
    if (others === undefined) continue;
    const errors = errorsBy(fitErrorModel(errorKind, others, settings));
    foldOf.forEach((of, window) => {
      if (of === fold) validationErrors[window] = errors[window]!;
    });
  }
  return { threshold: fitThreshold(validationErrors, percentile, errorModel), validationErrors };
};
