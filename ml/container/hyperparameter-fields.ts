import * as z from 'zod';
import { DomainError } from '../domain-error.ts';

/** A setting of the training job is unknown or out of range. */
export class HyperparameterError extends DomainError {
  readonly code = 'invalid-hyperparameter';
}

/** A setting as SageMaker passes it, which is text; some tools put JSON's quotes around it. */
export const text = z.string().transform((value) => value.replace(/^"(.*)"$/, '$1'));
/** A number written out. */
export const numeric = text.refine((value) => value.trim() !== '', 'is empty').pipe(z.coerce.number());

/**
 * Reads SageMaker's hyperparameters. Its own (`sagemaker_…`) are left alone; any other unknown one is refused,
 * since a misspelt setting must not pass as a default.
 *
 * @param schema - an object of `text` and `numeric` fields
 * @param json - content of hyperparameters.json
 * @throws {HyperparameterError} naming each wrong one
 */
export const parseHyperparameters = <T>(schema: z.ZodType<T>, json: unknown): T => {
  const given = z.record(z.string(), z.unknown()).safeParse(json);
  if (!given.success) {
    throw new HyperparameterError('hyperparameters.json must hold an object of names and text values.');
  }
  const ours = Object.entries(given.data).filter(([name]) => !/^_?sagemaker_/.test(name));
  const parsed = schema.safeParse(Object.fromEntries(ours));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `${issue.keys.join(', ')}: unknown`
        : `${issue.path.join('.')}: ${issue.message}`,
    );
    throw new HyperparameterError(`Hyperparameters cannot be used. ${problems.join('; ')}.`, { problems });
  }
  return parsed.data;
};

const Algorithm = z.looseObject({
  algorithm: text.pipe(z.enum(['tabular', 'lstm-autoencoder'])).default('tabular'),
});

/**
 * Which trainer the job asks for.
 *
 * @param json - content of hyperparameters.json
 * @throws {HyperparameterError} when there is no such trainer
 * @example
 * algorithmOf({ algorithm: '"lstm-autoencoder"' }) // => 'lstm-autoencoder'
 * algorithmOf({}) // => 'tabular'
 */
export const algorithmOf = (json: unknown): 'tabular' | 'lstm-autoencoder' =>
  parseHyperparameters(Algorithm, json).algorithm;
