import { createHash } from 'node:crypto';
import type { DatasetRun, DatasetRuns } from '../ports/dataset-runs.ts';
import { IdempotencyConflictError } from './dataset-errors.ts';
import type { DatasetParameters, PrepareTrainingDataRequest } from './prepare-request.ts';

/** Which run a request is, and what makes it another request. */
export interface RunIdentity {
  readonly runId: string;
  readonly requestHash: string;
}

/**
 * The run of a request.
 *
 * @param invocationId - stands in for a missing idempotencyKey, so that AWS's own repeats are the same run
 */
export const identifyRun = (
  { idempotencyKey, ...parameters }: PrepareTrainingDataRequest,
  invocationId: string,
): RunIdentity & { readonly parameters: DatasetParameters } => ({
  runId: `dataset#${sha256(idempotencyKey ?? invocationId)}`,
  requestHash: hashParameters(parameters),
  parameters,
});

/** A fingerprint of the parameters, whatever the order of their names. */
export const hashParameters = (parameters: DatasetParameters): string =>
  sha256(JSON.stringify(Object.entries(parameters).sort(byKey)));

/**
 * The run's row.
 *
 * @throws {IdempotencyConflictError} when the key is bound to other parameters
 */
export const findRun = async (
  runs: DatasetRuns,
  { runId, requestHash }: RunIdentity,
): Promise<DatasetRun | undefined> => {
  const found = await runs.find(runId);
  if (found !== undefined && found.requestHash !== requestHash) throw new IdempotencyConflictError();
  return found;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
