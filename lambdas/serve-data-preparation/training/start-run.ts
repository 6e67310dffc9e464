import type { Clock } from '../../shared/ports/clock.ts';
import type { StartTraining, TrainingRuns } from '../../shared/ports/training-runs.ts';

export interface RunStarting {
  readonly runs: TrainingRuns;
  readonly clock: Clock;
  /** Hands a run to the function that works on it. */
  readonly launch: (runId: string) => Promise<void>;
}

/** Writes a run down, then launches it. A launch that failed before is made up for when the run is asked for again. */
export const makeStartRun =
  ({ runs, clock, launch }: RunStarting): StartTraining =>
  async (run) => {
    const isNew = await runs.create({ ...run, requestedAt: new Date(clock.now()).toISOString() });
    if (isNew || (await runs.find(run.runId))?.state === 'queued') await launch(run.runId);
  };
