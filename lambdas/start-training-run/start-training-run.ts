import * as z from 'zod';
import { InvalidRequestError } from '../../ml/invalid-request-error.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { TrainingRunOutcome, TrainingRuns } from '../shared/ports/training-runs.ts';
import type { StartTrainingRunRequest } from './schema.ts';

/** What prepareTrainingData answers. */
export interface PreparationAnswer {
  readonly statusCode: number;
  readonly body: unknown;
}

export interface StartTrainingRunDeps {
  readonly runs: TrainingRuns;
  /** Calls prepareTrainingData and waits for it. */
  readonly prepare: (request: unknown) => Promise<PreparationAnswer>;
  readonly telemetry: Telemetry;
}

const Prepared = z.object({ timestamp: z.string(), trainingJobName: z.string().optional() });
const Failed = z.object({ error: z.object({ code: z.string() }) });
const TrainingError = z.object({ trainingError: z.object({ code: z.string() }) });

/** Prepares training data for a run that was asked for, and writes down what came of it. */
export const makeStartTrainingRun =
  ({ runs, prepare, telemetry }: StartTrainingRunDeps) =>
  async ({ runId }: StartTrainingRunRequest): Promise<TrainingRunOutcome> => {
    const run = await runs.find(runId);
    if (run === undefined) {
      throw new InvalidRequestError([
        { field: 'runId', allowed: 'the id of a run that was written down', arrived: 'another' },
      ]);
    }
    if (run.state !== 'failed') await runs.record(runId, { state: 'preparing' });
    const parameters: unknown = JSON.parse(run.parameters);
    const answer = await prepare({ ...Object(parameters), idempotencyKey: runId });
    const outcome = outcomeOf(answer);
    await runs.record(runId, outcome);
    telemetry.info('training run', { state: outcome.state, code: outcome.failureCode ?? 'none' });
    // A failure of ours may pass: Lambda delivers the run again, and its key keeps it from training twice.
    if (answer.statusCode >= 500) throw new Error('The preparation failed.');
    return outcome;
  };

const outcomeOf = ({ statusCode, body }: PreparationAnswer): TrainingRunOutcome => {
  // The pipeline is at work; the run's row follows once it is asked for again.
  if (statusCode === 202) return { state: 'preparing' };
  const untrained = TrainingError.safeParse(body);
  if (untrained.success) return { state: 'failed', failureCode: untrained.data.trainingError.code };
  const prepared = Prepared.safeParse(body);
  if (statusCode === 200 && prepared.success) {
    const { timestamp: datasetTimestamp, trainingJobName } = prepared.data;
    return trainingJobName === undefined
      ? { state: 'prepared', datasetTimestamp }
      : { state: 'training', datasetTimestamp, trainingJobName };
  }
  const failed = Failed.safeParse(body);
  return { state: 'failed', failureCode: failed.success ? failed.data.error.code : 'unknown' };
};
