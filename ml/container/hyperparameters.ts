import * as z from 'zod';
import { DomainError } from '../domain-error.ts';
import { NetworkOptions } from '../models/network-options.ts';

/** A setting of the training job is unknown or out of range. */
export class HyperparameterError extends DomainError {
  readonly code = 'invalid-hyperparameter';
}

/** SageMaker passes every value as text; some tools put JSON's quotes around it. */
const text = z.string().transform((value) => value.replace(/^"(.*)"$/, '$1'));
const number = text.refine((value) => value.trim() !== '', 'is empty').pipe(z.coerce.number());
const { shape } = NetworkOptions;

const Hyperparameters = z.strictObject({
  label_column: text.default('label'),
  id_column: text.optional(),
  model_name: text.default('crisis'),
  seed: number.pipe(z.int()).default(1),
  epochs: number.pipe(shape.epochs.unwrap()).optional(),
  batch_size: number.pipe(shape.batchSize.unwrap()).optional(),
  learning_rate: number.pipe(shape.learningRate.unwrap()).optional(),
  hidden_units: text
    .transform((value) => value.split(',').map(Number))
    .pipe(shape.hiddenUnits.unwrap())
    .optional(),
  dropout: number.pipe(shape.dropout.unwrap()).optional(),
  l2: number.pipe(shape.l2.unwrap()).optional(),
  patience: number.pipe(shape.patience.unwrap()).optional(),
  members: number.pipe(shape.members.unwrap()).optional(),
  bootstrap_resamples: number.pipe(z.int().min(10).max(100_000)).default(1000),
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
  const given = z.record(z.string(), z.unknown()).safeParse(json);
  if (!given.success) {
    throw new HyperparameterError('hyperparameters.json must hold an object of names and text values.');
  }
  const ours = Object.entries(given.data).filter(([name]) => !/^_?sagemaker_/.test(name));
  const parsed = Hyperparameters.safeParse(Object.fromEntries(ours));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(', ')}: unknown`
        : `${issue.path.join('.')}: ${issue.message}`,
    );
    throw new HyperparameterError(`Hyperparameters cannot be used. ${problems.join('; ')}.`, { problems });
  }
  const { data } = parsed;
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
