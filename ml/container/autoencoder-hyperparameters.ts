import * as z from 'zod';
import { defaultErrorKind, type ErrorKind, errorKinds } from '../wearable/error-model.ts';
import { WearableModelSettings } from '../wearable/model-settings.ts';
import { AutoencoderOptions } from '../wearable/training/training-options.ts';
import { numeric, parseHyperparameters, text } from './hyperparameter-fields.ts';

const { shape } = AutoencoderOptions;
const { shape: settings } = WearableModelSettings;
const list = text.transform((value) => value.split(',').map((part) => part.trim()));

const Hyperparameters = z.strictObject({
  algorithm: text.pipe(z.literal('lstm-autoencoder')),
  seed: numeric.pipe(shape.seed.unwrap()).optional(),
  epochs: numeric.pipe(shape.epochs.unwrap()).optional(),
  batch_size: numeric.pipe(shape.batchSize.unwrap()).optional(),
  encoding_dim: numeric.pipe(shape.encodingDim.unwrap()).optional(),
  units: list
    .transform((units) => units.map(Number))
    .pipe(shape.units.unwrap())
    .optional(),
  dropout: numeric.pipe(shape.dropout.unwrap()).optional(),
  learning_rate: numeric.pipe(shape.learningRate.unwrap()).optional(),
  patience: numeric.pipe(shape.patience.unwrap()).optional(),
  min_gain: numeric.pipe(shape.minGain.unwrap()).optional(),
  plateau_patience: numeric.pipe(shape.plateauPatience.unwrap()).optional(),
  validation_share: numeric.pipe(shape.validationShare.unwrap()).optional(),
  threshold_percentile: numeric.pipe(shape.thresholdPercentile.unwrap()).optional(),
  sequence_length: numeric.pipe(settings.stepsPerWindow.def.innerType).optional(),
  stride: numeric.pipe(settings.strideSteps.def.innerType).optional(),
  sample_interval_seconds: numeric.pipe(settings.sampleIntervalSeconds.def.innerType).optional(),
  max_gap_seconds: numeric.pipe(settings.maxGapSeconds.def.innerType).optional(),
  error_kind: text.pipe(z.enum(errorKinds)).default(defaultErrorKind),
  bootstrap_resamples: numeric.pipe(z.int().min(10).max(100_000)).default(1000),
  /** Of the sorted rows; names the dataset in metrics.json and changes nothing. */
  rows_sha256: text.optional(),
});

export interface AutoencoderTrainingSettings {
  readonly options: AutoencoderOptions;
  readonly model: WearableModelSettings;
  readonly errorKind: ErrorKind;
  readonly bootstrapResamples: number;
  readonly rowsSha256: string | null;
}

/**
 * Reads SageMaker's hyperparameters of a wearable model; each has the seed's default.
 *
 * @param json - content of hyperparameters.json
 * @throws {HyperparameterError} naming each wrong one
 */
export const readAutoencoderHyperparameters = (json: unknown): AutoencoderTrainingSettings => {
  const data = parseHyperparameters(Hyperparameters, json);
  return {
    options: AutoencoderOptions.parse({
      seed: data.seed,
      epochs: data.epochs,
      batchSize: data.batch_size,
      encodingDim: data.encoding_dim,
      units: data.units,
      dropout: data.dropout,
      learningRate: data.learning_rate,
      patience: data.patience,
      minGain: data.min_gain,
      plateauPatience: data.plateau_patience,
      validationShare: data.validation_share,
      thresholdPercentile: data.threshold_percentile,
    }),
    model: WearableModelSettings.parse({
      stepsPerWindow: data.sequence_length,
      strideSteps: data.stride,
      sampleIntervalSeconds: data.sample_interval_seconds,
      maxGapSeconds: data.max_gap_seconds,
    }),
    errorKind: data.error_kind,
    bootstrapResamples: data.bootstrap_resamples,
    rowsSha256: data.rows_sha256 ?? null,
  };
};
