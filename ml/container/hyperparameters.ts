import * as z from 'zod';
import { NetworkOptions } from '../models/network-options.ts';
import { numeric, parseHyperparameters, text } from './hyperparameter-fields.ts';

const { shape } = NetworkOptions;

const Hyperparameters = z.strictObject({
  algorithm: text.pipe(z.literal('tabular')).default('tabular'),
  label_column: text.default('label'),
  id_column: text.optional(),
  model_name: text.default('crisis'),
  seed: numeric.pipe(z.int()).default(1),
  epochs: numeric.pipe(shape.epochs.unwrap()).optional(),
  batch_size: numeric.pipe(shape.batchSize.unwrap()).optional(),
  learning_rate: numeric.pipe(shape.learningRate.unwrap()).optional(),
  hidden_units: text
    .transform((value) => value.split(',').map(Number))
    .pipe(shape.hiddenUnits.unwrap())
    .optional(),
  dropout: numeric.pipe(shape.dropout.unwrap()).optional(),
  l2: numeric.pipe(shape.l2.unwrap()).optional(),
  patience: numeric.pipe(shape.patience.unwrap()).optional(),
  members: numeric.pipe(shape.members.unwrap()).optional(),
  bootstrap_resamples: numeric.pipe(z.int().min(10).max(100_000)).default(1000),
  /** Of the sorted rows; names the dataset in metrics.json and changes nothing. */
  rows_sha256: text.optional(),
});

export interface TrainingSettings {
  readonly labelColumn: string;
  /** Undefined: `sample_id` if there is such a column. */
  readonly idColumn: string | undefined;
  readonly modelName: string;
  readonly seed: number;
  readonly network: NetworkOptions;
  readonly bootstrapResamples: number;
  readonly rowsSha256: string | null;
}

/**
 * Reads SageMaker's hyperparameters. Its own (`sagemaker_…`) are left alone; any other unknown one is refused,
 * since a misspelt setting must not pass as a default.
 *
 * @param json - content of hyperparameters.json
 * @throws {HyperparameterError} naming each wrong one
 */
export const readHyperparameters = (json: unknown): TrainingSettings => {
  const data = parseHyperparameters(Hyperparameters, json);
  const wanted = {
    hiddenUnits: data.hidden_units,
    dropout: data.dropout,
    l2: data.l2,
    learningRate: data.learning_rate,
    batchSize: data.batch_size,
    epochs: data.epochs,
    patience: data.patience,
    members: data.members,
  };
  return {
    labelColumn: data.label_column,
    idColumn: data.id_column,
    modelName: data.model_name,
    seed: data.seed,
    network: NetworkOptions.parse(wanted),
    bootstrapResamples: data.bootstrap_resamples,
    rowsSha256: data.rows_sha256 ?? null,
  };
};
