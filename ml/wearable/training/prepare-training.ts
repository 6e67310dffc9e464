import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import { measuredFeatureNames } from '../health-sample.ts';
import type { SamplesByUser } from '../labelled-sample.ts';
import type { WearableModelSettings } from '../model-settings.ts';
import {
  fitNormalizationParams,
  type NormalizationParams,
  normalizeWindows,
} from '../normalization-params.ts';
import { splitWindows } from '../split-windows.ts';
import { normalWindows, selectWindows, type Windows } from '../windows.ts';
import { windowsOfUsers } from '../windows-of-users.ts';
import type { TrainingData } from './fit-autoencoder.ts';
import type { AutoencoderOptions } from './training-options.ts';

/** Windows to learn from and windows to stop by, all normal. */
export interface PreparedTraining {
  /** In the features' own units. */
  readonly train: Windows;
  /** Likewise. */
  readonly validation: Windows;
  /** Learned from the training windows alone. */
  readonly normalization: NormalizationParams;
  /** The same windows, standardised. */
  readonly data: TrainingData;
}

const normalOnly = (windows: Windows): Windows => selectWindows(windows, normalWindows(windows));

/** Why samples make no normal window. */
const noWindows = (
  samples: SamplesByUser,
  { featureNames, stepsPerWindow, maxGapSeconds }: WearableModelSettings,
  labelled: number,
): InsufficientDataError => {
  const all = [...samples.values()].flat();
  const missing = measuredFeatureNames.find(
    (name) => featureNames.includes(name) && all.every((sample) => sample[name] === undefined),
  );
  if (missing !== undefined) {
    return new InsufficientDataError(`No sample has a ${missing}, which the model looks at.`, { missing });
  }
  if (labelled > 0) {
    return new InsufficientDataError(
      `All ${labelled} windows hold a sample that is labelled as anomalous; normal ones are learned from.`,
      { windows: labelled },
    );
  }
  return new InsufficientDataError(
    `No user has ${stepsPerWindow} complete samples in a row that are at most ${maxGapSeconds} s apart; there are ${all.length} samples of ${samples.size} users.`,
    { samples: all.length, users: samples.size },
  );
};

/**
 * Cuts samples into windows, keeps the normal ones, holds some back by user (by time for a single user), and
 * standardises all by the others.
 *
 * @param samples - each user's ascending in time; labelled windows that are not normal are left out
 * @throws {InsufficientDataError} when there is no normal window, saying why, or one side would be empty
 */
export const prepareTraining = (
  samples: SamplesByUser,
  settings: WearableModelSettings,
  { seed, validationShare }: Pick<AutoencoderOptions, 'seed' | 'validationShare'>,
): PreparedTraining => {
  const random = seededRandom(seed).fork('split');
  const cut = windowsOfUsers(samples, settings);
  const windows = normalOnly(cut);
  if (windows.count === 0) throw noWindows(samples, settings, cut.count);
  const { train, validation } = splitWindows(windows, { validationShare, random });
  const normalization = fitNormalizationParams(train.values, settings);
  const standardised = ({ count, values, users }: Windows) => ({
    count,
    people: users,
    values: normalizeWindows(values, normalization),
  });
  return {
    train,
    validation,
    normalization,
    data: { train: standardised(train), validation: standardised(validation) },
  };
};
