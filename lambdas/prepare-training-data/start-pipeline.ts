import type { PipelineExecution, TrainingPipelines } from '../shared/ports/training-pipelines.ts';
import { IdempotencyConflictError } from '../shared/training-dataset/dataset-errors.ts';
import { executionName } from './execution-name.ts';

const maxAttempts = 50;

/**
 * The execution that a run is prepared by: the one under way or the one that succeeded, else a new one. After one
 * that failed the next name is tried: name, name-2, name-3 …
 *
 * @param key - the idempotencyKey, or the invocation's id
 * @param input - the same for every repeat
 * @throws {IdempotencyConflictError} when the name belongs to another input
 */
export const startPipeline = async (
  pipelines: TrainingPipelines,
  key: string,
  input: string,
): Promise<PipelineExecution> => {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const name = executionName(key, attempt);
    const execution = (await pipelines.start(name, input)) ?? (await pipelines.find(name));
    if (execution === undefined) continue;
    if (execution.input !== input) throw new IdempotencyConflictError();
    if (execution.status !== 'failed') return execution;
  }
  throw new Error(`${maxAttempts} executions of this run have failed; look at why before starting another.`);
};
