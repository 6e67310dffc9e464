import type { Clock } from '../../shared/ports/clock.ts';
import type { StartTraining, TrainingRuns } from '../../shared/ports/training-runs.ts';
import { RunConflictError } from './run-conflict-error.ts';

export interface RunStarting {
  readonly runs: TrainingRuns;
  readonly clock: Clock;
  /** Hands a run to the function that works on it. */
  readonly launch: (runId: string) => Promise<void>;
}

/**
 * Writes a run down, then launches it. A launch that failed before is made up for when the run is asked for again.
 *
 * @throws {RunConflictError} when the run's id was given with other parameters
 */
export const makeStartRun =
  ({ runs, clock, launch }: RunStarting): StartTraining =>
  async (run) => {
    const isNew = await runs.create({ ...run, requestedAt: new Date(clock.now()).toISOString() });
    const known = isNew ? undefined : await runs.find(run.runId);
    if (known !== undefined && known.parameters !== run.parameters) throw new RunConflictError(run.runId);
    if (isNew || known?.state === 'queued') await launch(run.runId);
  };
