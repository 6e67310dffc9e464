import { seededRandom } from '../../random/seeded-random.ts';
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

/**
 * Cuts samples into windows, keeps the normal ones, holds some back by user (by time for a single user), and
 * standardises all by the others.
 *
 * @param samples - each user's ascending in time; labelled windows that are not normal are left out
 * @throws {InsufficientDataError} when one side would be empty
 */
export const prepareTraining = (
  samples: SamplesByUser,
  settings: WearableModelSettings,
  { seed, validationShare }: Pick<AutoencoderOptions, 'seed' | 'validationShare'>,
): PreparedTraining => {
  const random = seededRandom(seed).fork('split');
  const windows = normalOnly(windowsOfUsers(samples, settings));
  const { train, validation } = splitWindows(windows, { validationShare, random });
  const normalization = fitNormalizationParams(train.values, settings);
  const standardised = ({ count, values }: Windows) => ({
    count,
    values: normalizeWindows(values, normalization),
  });
  return {
    train,
    validation,
    normalization,
    data: { train: standardised(train), validation: standardised(validation) },
  };
};
