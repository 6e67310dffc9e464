import type { Clock } from '../ports/clock.ts';
import type { DatasetRun, DatasetRuns, OpenRun } from '../ports/dataset-runs.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { SupersededError } from './dataset-errors.ts';
import { datasetTimestamp } from './dataset-timestamp.ts';
import { findRun, type RunIdentity } from './run-identity.ts';

interface Claiming {
  readonly runs: DatasetRuns;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** Seconds to step through in search of a free timestamp. */
const maxTimestampSteps = 600;
/** Times to read the row anew when others change it meanwhile. */
const maxRounds = 20;

/**
 * The run that a request belongs to: a row that is done or sealed as it is, otherwise an open row whose present
 * attempt is ours, with a timestamp that no other attempt ever has.
 *
 * @throws {IdempotencyConflictError} when the key is bound to other parameters
 */
export const claimAttempt = async (
  deps: Claiming,
  { runId, requestHash }: RunIdentity,
): Promise<DatasetRun> => {
  const startedAt = deps.clock.now();
  let timestamp: string | undefined;
  for (let round = 0; round < maxRounds; round++) {
    const found = await findRun(deps.runs, { runId, requestHash });
    if (found !== undefined && found.state !== 'open') return found;
    // A lost answer makes the SDK repeat a write that had worked: then the row already names our timestamp.
    if (found !== undefined && found.timestamp === timestamp) return found;
    timestamp ??= await claimTimestamp(deps, startedAt);
    const attempt = attemptOf(found, { runId, requestHash, startedAt, timestamp });
    const ours =
      found === undefined ? await deps.runs.open(attempt) : await deps.runs.takeOver(found, timestamp);
    if (ours) {
      if (found !== undefined) deps.telemetry.info('taking over an unfinished attempt');
      return attempt;
    }
  }
  throw new SupersededError();
};

const attemptOf = (
  found: DatasetRun | undefined,
  fresh: { runId: string; requestHash: string; startedAt: number; timestamp: string },
): OpenRun =>
  found === undefined
    ? { ...fresh, state: 'open', supersededTimestamps: [] }
    : {
        ...fresh,
        state: 'open',
        startedAt: found.startedAt,
        supersededTimestamps: [...found.supersededTimestamps, found.timestamp],
      };

const claimTimestamp = async ({ runs }: Claiming, from: number): Promise<string> => {
  for (let step = 0; step < maxTimestampSteps; step++) {
    const timestamp = datasetTimestamp(from + step * 1000);
    if (await runs.claimTimestamp(timestamp)) return timestamp;
  }
  throw new Error(`No timestamp is free in the ${maxTimestampSteps} seconds from now.`);
};
