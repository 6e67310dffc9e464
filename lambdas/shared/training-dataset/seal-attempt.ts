import type { CompleteRun, DatasetRuns, OpenRun, SealedManifest, SealedRun } from '../ports/dataset-runs.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { SupersededError } from './dataset-errors.ts';

export interface Sealing {
  readonly runs: DatasetRuns;
  readonly telemetry: Telemetry;
  /** Removes what our attempt wrote. */
  readonly discardOwn: () => Promise<void>;
  /** Removes what attempts wrote that ours has overtaken. */
  readonly discardSuperseded: () => Promise<void>;
}

/**
 * Makes the attempt's dataset the run's, if nobody has overtaken it; else the run as the winner has made it.
 *
 * @throws {SupersededError} when the attempt that has overtaken ours is still at work
 */
export const sealAttempt = async (
  deps: Sealing,
  run: OpenRun,
  result: SealedManifest & { readonly answer: string },
): Promise<SealedRun | CompleteRun> => {
  if (await deps.runs.seal(run, result)) {
    await deps.discardSuperseded();
    return { ...run, ...result, state: 'sealed' };
  }
  const winner = await deps.runs.find(run.runId);
  // A lost answer makes the SDK repeat a seal that had worked.
  if (winner !== undefined && winner.state !== 'open' && winner.timestamp === run.timestamp) return winner;
  deps.telemetry.count('AttemptsSuperseded');
  await deps.discardOwn();
  if (winner === undefined || winner.state === 'open') throw new SupersededError();
  return winner;
};
