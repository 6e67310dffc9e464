import { assembleDataset } from '../../ml/datasets/assemble-dataset.ts';
import type { OpenRun } from '../shared/ports/dataset-runs.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import type { FeatureExtractor } from '../shared/ports/feature-extractor.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { SampleLineage } from '../shared/ports/sample-lineage.ts';
import type { SecretSource } from '../shared/ports/secret-source.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { UserListing } from '../shared/ports/user-directory.ts';
import type { DatasetAnswer } from '../shared/training-dataset/dataset-answer.ts';
import { datasetKeys } from '../shared/training-dataset/dataset-keys.ts';
import { describeDataset } from '../shared/training-dataset/describe-dataset.ts';
import { extractRows, labelledCandidates } from '../shared/training-dataset/extract-rows.ts';
import type { DatasetParameters } from '../shared/training-dataset/prepare-request.ts';
import { maxFailedUsers, requireRows, requireUsers } from '../shared/training-dataset/require-enough.ts';
import { surveyUsers } from '../shared/training-dataset/survey-users.ts';
import { originsOf } from './origins-of.ts';
import { writeDatasetFiles } from './write-dataset-files.ts';

export interface DatasetBuilding {
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

/**
 * Everything up to the manifest, which is returned and not yet stored: labels, features, split, files and lineage of
 * the people listed, all under the attempt's own timestamp.
 *
 * @throws {InsufficientUsersError | InsufficientSamplesError | SingleClassError} when there is too little to learn
 * @throws {TooManyFailuresError} when more users failed than the request allows
 * @throws {StorageFailedError} when S3 refused
 */
export const buildDataset = async (
  deps: DatasetBuilding,
  listing: UserListing,
  { request, run }: { readonly request: DatasetParameters; readonly run: OpenRun },
): Promise<BuiltDataset> => {
  const usersTried = listing.userIds.length;
  const usersConsidered = usersTried + listing.optedOut + listing.unparsableProfiles;
  deps.telemetry.info('users found', { usersConsidered, usersAdmitted: usersTried });
  const survey = await surveyUsers(deps, listing, { request, startedAt: run.startedAt });
  const surveyed = { request, counts: survey.counts, usersConsidered, usersTried };
  requireUsers(surveyed);

  const labelled = labelledCandidates(survey.candidates, request.labelPolicy);
  const rowsCensored = survey.candidates.length - labelled.length;
  deps.telemetry.info('users surveyed', { ...survey.counts, rowsLabelled: labelled.length, rowsCensored });
  const extraction = await extractRows(deps, labelled, {
    days: request.days,
    // Three functions work on each batch: nine invocations at the default of 25, within a new account's limit of 10.
    batchesInFlight: Math.max(1, Math.round(deps.userConcurrency / 8)),
    maxFailedUsers: maxFailedUsers(surveyed),
  });
  const { rows, usersWithdrawn } = extraction;
  requireRows(surveyed, { usersFailed: extraction.usersFailed, rows: rows.length, rowsCensored });
  const usersFailed = survey.counts.usersFailed + extraction.usersFailed;

  const dataset = assembleDataset(rows, { ...request, secret: await deps.sampleSecret.read() });
  const written = await writeDatasetFiles(deps.store, dataset, run.timestamp);
  const origins = originsOf(dataset);
  await deps.lineage.record(run.timestamp, origins);
  deps.telemetry.count('UsersConsidered', usersConsidered);
  deps.telemetry.count('UsersFailed', usersFailed);
  deps.telemetry.count('RowsCensored', rowsCensored);
  const { pathOf } = deps.store;
  const keys = datasetKeys(run.timestamp);
  return {
    ...describeDataset({
      request,
      run,
      sides: dataset.counts,
      written,
      counts: {
        survey: survey.counts,
        labels: survey.labelCounts,
        usersConsidered,
        usersFailed,
        usersWithdrawn,
        rowsCensored,
        rowsExtracted: rows.length,
      },
      paths: {
        trainPath: pathOf(keys.trainCsv),
        validationPath: pathOf(keys.validationCsv),
        manifestPath: pathOf(keys.manifest),
      },
    }),
    userIds: origins.map(({ userId }) => userId),
  };
};
