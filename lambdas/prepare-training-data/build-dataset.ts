import { assembleDataset } from '../../ml/datasets/assemble-dataset.ts';
import type { OpenRun } from '../shared/ports/dataset-runs.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import type { FeatureExtractor } from '../shared/ports/feature-extractor.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { SampleLineage } from '../shared/ports/sample-lineage.ts';
import type { SecretSource } from '../shared/ports/secret-source.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { UserDirectory, UserListing } from '../shared/ports/user-directory.ts';
import { InsufficientSamplesError, InsufficientUsersError, TooManyFailuresError } from './dataset-errors.ts';
import { describeDataset } from './describe-dataset.ts';
import { extractRows, type LabelledCandidate } from './extract-rows.ts';
import { originsOf } from './origins-of.ts';
import type { DatasetAnswer, PrepareTrainingDataRequest } from './schema.ts';
import { type Survey, surveyUsers } from './survey-users.ts';
import { writeDatasetFiles } from './write-dataset-files.ts';

export interface DatasetBuilding {
  readonly users: UserDirectory;
  readonly journals: JournalReader;
  readonly features: FeatureExtractor;
  readonly store: DatasetStore;
  readonly lineage: SampleLineage;
  readonly sampleSecret: SecretSource;
  readonly telemetry: Telemetry;
  readonly userConcurrency: number;
}

export interface BuiltDataset {
  readonly manifest: string;
  readonly answer: DatasetAnswer;
  /** Whose lineage was recorded. */
  readonly userIds: readonly string[];
}

const minUsers = 10;
const minRows = 10;

/**
 * Everything up to the manifest, which is returned and not yet stored: people, labels, features, split, files and
 * lineage, all under the attempt's own timestamp.
 *
 * @throws {InsufficientUsersError | InsufficientSamplesError | SingleClassError} when there is too little to learn
 * @throws {TooManyFailuresError} when more users failed than the request allows
 * @throws {StorageFailedError} when S3 refused
 */
export const buildDataset = async (
  deps: DatasetBuilding,
  request: PrepareTrainingDataRequest,
  run: OpenRun,
): Promise<BuiltDataset> => {
  const listing = await deps.users.list();
  const usersConsidered = listing.userIds.length + listing.optedOut + listing.unparsableProfiles;
  deps.telemetry.info('users found', { usersConsidered, usersAdmitted: listing.userIds.length });
  const survey = await surveyUsers(deps, listing, { request, startedAt: run.startedAt });
  requireUsers(survey, { request, listing, usersConsidered });

  const labelled = labelledCandidates(survey, request.labelPolicy);
  const rowsCensored = survey.candidates.length - labelled.length;
  deps.telemetry.info('users surveyed', { ...countsOf(survey), rowsLabelled: labelled.length, rowsCensored });
  const extraction = await extractRows(deps, labelled, {
    days: request.days,
    // Three functions work on each batch: nine invocations at the default of 25, within a new account's limit of 10.
    batchesInFlight: Math.max(1, Math.round(deps.userConcurrency / 8)),
    maxFailedUsers: request.maxFailedUserFraction * survey.eligibleUsers,
  });
  const usersFailed = survey.usersFailed + extraction.usersFailed;
  if (extraction.abandoned) {
    throw new TooManyFailuresError({
      ...countsOf(survey),
      usersConsidered,
      usersFailed,
      usersTried: survey.eligibleUsers,
    });
  }
  const { rows } = extraction;
  if (rows.length < minRows) {
    throw new InsufficientSamplesError({
      ...countsOf(survey),
      usersConsidered,
      usersFailed,
      rows: rows.length,
      rowsCensored,
    });
  }

  const dataset = assembleDataset(rows, { ...request, secret: await deps.sampleSecret.read() });
  const written = await writeDatasetFiles(deps.store, dataset, run.timestamp);
  const origins = originsOf(dataset);
  await deps.lineage.record(run.timestamp, origins);
  deps.telemetry.count('UsersConsidered', usersConsidered);
  deps.telemetry.count('UsersFailed', usersFailed);
  deps.telemetry.count('RowsCensored', rowsCensored);
  const facts = { usersConsidered, usersFailed, rowsCensored, survey, extraction };
  return {
    ...describeDataset({ request, run, dataset, written, facts, store: deps.store }),
    userIds: origins.map(({ userId }) => userId),
  };
};

const requireUsers = (
  survey: Survey,
  context: { request: PrepareTrainingDataRequest; listing: UserListing; usersConsidered: number },
): void => {
  const { request, usersConsidered } = context;
  const usersTried = context.listing.userIds.length;
  const counts = { ...countsOf(survey), usersConsidered };
  if (survey.usersFailed > request.maxFailedUserFraction * usersTried) {
    throw new TooManyFailuresError({ ...counts, usersTried });
  }
  if (survey.eligibleUsers < minUsers)
    throw new InsufficientUsersError({ ...counts, minDays: request.minDays });
};

const countsOf = ({ candidates, ...counts }: Survey) => ({ ...counts, eligibleRows: candidates.length });

const labelledCandidates = (survey: Survey, policy: 'any' | 'asserted'): readonly LabelledCandidate[] =>
  survey.candidates.flatMap((candidate) => {
    const label = candidate[policy];
    return label === 'censored' ? [] : [{ ...candidate, label }];
  });
