import { DomainError } from '../../ml/domain-error.ts';
import { isServiceFault } from '../shared/is-service-fault.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { Workspace } from '../shared/ports/workspace.ts';
import { extractRows, labelledCandidates } from '../shared/training-dataset/extract-rows.ts';
import { addCounts, noLabelCounts, noSurveyCounts } from '../shared/training-dataset/survey-counts.ts';
import { surveyUsers } from '../shared/training-dataset/survey-users.ts';
import {
  type IndexFile,
  RunFile,
  readWork,
  type ShardRequest,
  ShardUsers,
  workKeys,
  writeWork,
} from '../shared/training-dataset/work-files.ts';
import { type InProcessFeatures, makeInProcessFeatures } from './in-process-features.ts';
import { readOnce } from './read-once.ts';

export interface ExtractTrainingShardDeps extends InProcessFeatures {
  readonly workspace: Workspace;
  readonly userConcurrency: number;
}

/** A service that the shard needs was out of reach, so that nobody can be said to have failed. */
export class ShardInterruptedError extends DomainError {
  readonly code = 'shard-interrupted';

  constructor(options: ErrorOptions) {
    super('A service could not be reached; the shard has to be done again.', {}, options);
  }
}

/**
 * Labels and features of one shard's people, each read once, by the same use cases as in direct mode. A person who
 * cannot be read or computed gives no row and is counted; what is wrong with a service makes the whole shard fail, to
 * be tried again. Writes the same files however often it runs.
 *
 * @throws {ShardInterruptedError} when a service is throttled, out of reach or refuses whatever it is asked for
 */
export const makeExtractTrainingShard =
  (deps: ExtractTrainingShardDeps) =>
  async ({ run, item }: ShardRequest): Promise<{ readonly rows: number }> => {
    const { workspace } = deps;
    const keys = workKeys(run);
    const { request, startedAt } = await readWork(workspace, keys.run, RunFile);
    const userIds = await readWork(workspace, keys.users(item.shard), ShardUsers);
    deps.telemetry.measure('PipelineAgeSeconds', (deps.clock.now() - startedAt) / 1000);

    const { guarded, throwIfInterrupted } = makeInterruption();
    const journals = { read: guarded(deps.journals.read) };
    const sentiment = { score: guarded(deps.sentiment.score) };
    const outcomes = await mapWithLimit(userIds.toSorted(), deps.userConcurrency, async (userId) => {
      const once = { ...deps, sentiment, journals: readOnce(journals) };
      const listing = { userIds: [userId], optedOut: 0, unparsableProfiles: 0 };
      const survey = await surveyUsers(once, listing, { request, startedAt });
      const labelled = labelledCandidates(survey.candidates, request.labelPolicy);
      const extraction = await extractRows({ ...once, features: makeInProcessFeatures(once) }, labelled, {
        days: request.days,
        batchesInFlight: 1,
        maxFailedUsers: Number.POSITIVE_INFINITY,
      });
      throwIfInterrupted();
      return { survey, extraction, rowsCensored: survey.candidates.length - labelled.length };
    });

    const rows = outcomes.flatMap(({ extraction }) => extraction.rows);
    const sum = (of: (outcome: (typeof outcomes)[number]) => number) =>
      outcomes.reduce((total, outcome) => total + of(outcome), 0);
    const index: IndexFile = {
      survey: addCounts(noSurveyCounts, ...outcomes.map(({ survey }) => survey.counts)),
      labels: {
        any: addCounts(noLabelCounts, ...outcomes.map(({ survey }) => survey.labelCounts.any)),
        asserted: addCounts(noLabelCounts, ...outcomes.map(({ survey }) => survey.labelCounts.asserted)),
      },
      usersFailed: sum(({ extraction }) => extraction.usersFailed),
      usersWithdrawn: sum(({ extraction }) => extraction.usersWithdrawn),
      rowsCensored: sum(({ rowsCensored }) => rowsCensored),
      rows: rows.map(({ personId, cutoff, cutoffDay, label }) => [personId, cutoff, cutoffDay, label]),
    };
    const features = rows.map((row) => Array.from(row.features));
    await writeWork(workspace, keys.features(item.shard), features);
    // Last: with an index, a shard counts as done.
    await writeWork(workspace, keys.index(item.shard), index);
    return { rows: rows.length };
  };

/** Remembers when what failed was not a person's data but the way to it, and lets nobody go that way again. */
const makeInterruption = () => {
  let interruption: unknown;
  return {
    guarded:
      <Arguments extends readonly unknown[], Result>(call: (...given: Arguments) => Promise<Result>) =>
      async (...given: Arguments): Promise<Result> => {
        if (interruption !== undefined) throw interruption;
        try {
          return await call(...given);
        } catch (error) {
          if (isServiceFault(error)) interruption = error;
          throw error;
        }
      },
    throwIfInterrupted: (): void => {
      if (interruption !== undefined) throw new ShardInterruptedError({ cause: interruption });
    },
  };
};
