import { makeDatasetManifest, manifestText } from '../../../ml/datasets/dataset-manifest.ts';
import type { SideCounts } from '../../../ml/datasets/plan-dataset.ts';
import {
  crisisFeatureNames,
  crisisFeatureSchemaVersion,
} from '../../../ml/features/crisis-feature-schema.ts';
import type { DatasetAnswer } from './dataset-answer.ts';
import type { WrittenFile } from './dataset-files.ts';
import type { DatasetParameters } from './prepare-request.ts';
import type { PolicyCounts, SurveyCounts } from './survey-counts.ts';

export interface DatasetFacts {
  readonly request: DatasetParameters;
  readonly run: { readonly timestamp: string; readonly startedAt: number };
  readonly sides: { readonly train: SideCounts; readonly validation: SideCounts };
  readonly written: { readonly files: readonly WrittenFile[]; readonly rowsSha256: string };
  readonly counts: {
    readonly survey: SurveyCounts;
    readonly labels: PolicyCounts;
    readonly usersConsidered: number;
    /** Of survey and features together. */
    readonly usersFailed: number;
    /** Opted out or erased since they were surveyed. */
    readonly usersWithdrawn: number;
    readonly rowsCensored: number;
    /** With features and label, before the split. */
    readonly rowsExtracted: number;
  };
  /** Where training reads each side and the manifest, s3://…. */
  readonly paths: Pick<DatasetAnswer, 'trainPath' | 'validationPath' | 'manifestPath'>;
}

/** The manifest's text, and what the caller is told. */
export const describeDataset = (dataset: DatasetFacts): { manifest: string; answer: DatasetAnswer } => ({
  manifest: manifestOf(dataset),
  answer: answerOf(dataset),
});

const manifestOf = ({ request, run, sides, written, counts }: DatasetFacts): string => {
  const { survey } = counts;
  return manifestText(
    makeDatasetManifest({
      timestamp: run.timestamp,
      files: [...written.files],
      rowsSha256: written.rowsSha256,
      classCounts: { train: sides.train, validation: sides.validation },
      exclusions: {
        usersOptedOut: survey.usersOptedOut,
        usersWithUnparsableProfile: survey.usersWithUnparsableProfile,
        usersNotEligible: survey.usersNotEligible,
        usersFailed: counts.usersFailed,
        usersGone: survey.usersGone + counts.usersWithdrawn,
        rowsCensored: counts.rowsCensored,
        rowsOutsideSplitTimes:
          counts.rowsExtracted - rowsOf(sides.train.before) - rowsOf(sides.validation.before),
      },
      labelCounts: counts.labels,
      unparsableItems: survey.unparsableItems,
      parameters: parametersOf(request, run.startedAt),
      featureSchemaVersion: crisisFeatureSchemaVersion,
      featureNames: [...crisisFeatureNames],
    }),
  );
};

const rowsOf = ({ negative, positive }: { negative: number; positive: number }): number =>
  negative + positive;

const daysBeforeToday = 9;

const parametersOf = (request: DatasetParameters, startedAt: number) => {
  const { triggerTraining: _trigger, asOf, ...parameters } = request;
  const defaultDate = new Date(startedAt - daysBeforeToday * 86_400_000).toISOString().slice(0, 10);
  return {
    ...parameters,
    asOf: asOf === undefined ? { endOfLocalDate: defaultDate } : { instant: new Date(asOf).toISOString() },
  };
};

const answerOf = ({ run, sides, counts, paths }: DatasetFacts): DatasetAnswer => {
  const trainSamples = rowsOf(sides.train.after);
  const validationSamples = rowsOf(sides.validation.after);
  return {
    success: true,
    trainPath: paths.trainPath,
    validationPath: paths.validationPath,
    totalSamples: trainSamples + validationSamples,
    trainSamples,
    validationSamples,
    trainPositiveClass: sides.train.after.positive,
    trainNegativeClass: sides.train.after.negative,
    valPositiveClass: sides.validation.after.positive,
    valNegativeClass: sides.validation.after.negative,
    timestamp: run.timestamp,
    manifestPath: paths.manifestPath,
    usersConsidered: counts.usersConsidered,
    usersFailed: counts.usersFailed,
    rowsCensored: counts.rowsCensored,
  };
};
