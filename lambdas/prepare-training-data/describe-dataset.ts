import type { AssembledDataset } from '../../ml/datasets/assemble-dataset.ts';
import { makeDatasetManifest, manifestText } from '../../ml/datasets/dataset-manifest.ts';
import { crisisFeatureNames, crisisFeatureSchemaVersion } from '../../ml/features/crisis-feature-schema.ts';
import type { OpenRun } from '../shared/ports/dataset-runs.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import { countLabels } from './count-labels.ts';
import { datasetKeys } from './dataset-keys.ts';
import type { Extraction } from './extract-rows.ts';
import type { DatasetAnswer, PrepareTrainingDataRequest } from './schema.ts';
import type { Survey } from './survey-users.ts';
import type { WrittenFile } from './write-dataset-files.ts';

interface DatasetFacts {
  readonly request: PrepareTrainingDataRequest;
  readonly run: OpenRun;
  readonly dataset: AssembledDataset;
  readonly written: { readonly files: readonly WrittenFile[]; readonly rowsSha256: string };
  readonly facts: {
    readonly usersConsidered: number;
    readonly usersFailed: number;
    readonly rowsCensored: number;
    readonly survey: Survey;
    readonly extraction: Extraction;
  };
  readonly store: Pick<DatasetStore, 'pathOf'>;
}

/** The manifest's text, and what the caller is told. */
export const describeDataset = (dataset: DatasetFacts): { manifest: string; answer: DatasetAnswer } => ({
  manifest: manifestOf(dataset),
  answer: answerOf(dataset),
});

const manifestOf = ({ request, run, dataset, written, facts }: DatasetFacts): string => {
  const { survey, extraction } = facts;
  const rowsUsed = [dataset.counts.train.before, dataset.counts.validation.before]
    .map(({ negative, positive }) => negative + positive)
    .reduce((sum, rows) => sum + rows);
  return manifestText(
    makeDatasetManifest({
      timestamp: run.timestamp,
      files: [...written.files],
      rowsSha256: written.rowsSha256,
      classCounts: dataset.counts,
      exclusions: {
        usersOptedOut: survey.usersOptedOut,
        usersWithUnparsableProfile: survey.usersWithUnparsableProfile,
        usersNotEligible: survey.usersNotEligible,
        usersFailed: facts.usersFailed,
        usersGone: survey.usersGone + extraction.usersWithdrawn,
        rowsCensored: facts.rowsCensored,
        rowsOutsideSplitTimes: extraction.rows.length - rowsUsed,
      },
      labelCounts: {
        any: countLabels(survey.candidates, 'any'),
        asserted: countLabels(survey.candidates, 'asserted'),
      },
      unparsableItems: survey.unparsableItems,
      parameters: parametersOf(request, run.startedAt),
      featureSchemaVersion: crisisFeatureSchemaVersion,
      featureNames: [...crisisFeatureNames],
    }),
  );
};

const daysBeforeToday = 9;

const parametersOf = (request: PrepareTrainingDataRequest, startedAt: number) => {
  const { triggerTraining: _trigger, idempotencyKey: _key, asOf, ...parameters } = request;
  const defaultDate = new Date(startedAt - daysBeforeToday * 86_400_000).toISOString().slice(0, 10);
  return {
    ...parameters,
    asOf: asOf === undefined ? { endOfLocalDate: defaultDate } : { instant: new Date(asOf).toISOString() },
  };
};

const answerOf = ({ run, dataset, facts, store }: DatasetFacts): DatasetAnswer => {
  const keys = datasetKeys(run.timestamp);
  const { train, validation } = dataset.counts;
  return {
    success: true,
    trainPath: store.pathOf(keys.trainCsv),
    validationPath: store.pathOf(keys.validationCsv),
    totalSamples: dataset.train.length + dataset.validation.length,
    trainSamples: dataset.train.length,
    validationSamples: dataset.validation.length,
    trainPositiveClass: train.after.positive,
    trainNegativeClass: train.after.negative,
    valPositiveClass: validation.after.positive,
    valNegativeClass: validation.after.negative,
    timestamp: run.timestamp,
    manifestPath: store.pathOf(keys.manifest),
    usersConsidered: facts.usersConsidered,
    usersFailed: facts.usersFailed,
    rowsCensored: facts.rowsCensored,
  };
};
