import type { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import { rowsOfCsv } from '../../../ml/datasets/versions/rows-of-csv.ts';
import { rowsOfFeatureSet } from '../../../ml/datasets/versions/rows-of-feature-set.ts';
import { stepsOfFeatureSet, textFeatures } from '../../../ml/datasets/versions/steps-of-feature-set.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import type { Row } from '../../../ml/preprocessing/pipeline/row.ts';
import { FeatureSetNotFoundError } from '../feature-set-errors.ts';
import { type FeatureRows, userColumn } from '../ports/feature-rows.ts';
import type { FeatureSets } from '../ports/feature-sets.ts';
import {
  makePrepareVersion,
  type PrepareVersionDeps,
  type VersionRequest,
} from '../versions/prepare-version.ts';
import type { StoredVersion } from '../versions/store-version.ts';
import { UploadNotFoundError, UploadTooLargeError } from './build-errors.ts';
import type { BuildRequest } from './build-request.ts';

export interface BuildDatasetDeps extends PrepareVersionDeps {
  readonly featureSets: FeatureSets;
  /** @default no version is made of users here */
  readonly featureRows?: FeatureRows;
}

/** Of an upload; a function has memory for its rows several times over. */
const maxUploadBytes = 64 * 1024 * 1024;

interface SourceRows {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  readonly excluded: Readonly<Record<string, number>>;
  readonly personColumn: string | undefined;
}

/**
 * Makes a dataset version as a request says: reads its rows, takes from them what the feature set wants, and stores
 * the version.
 *
 * @param createdBy - who asked
 * @throws {UploadNotFoundError} {UploadTooLargeError} {FeatureSetNotFoundError} {TableError} {InvalidRowError}
 *   {InsufficientDataError} {ErasedMeanwhileError} {VersionsContendedError}
 */
export const makeBuildDataset = (deps: BuildDatasetDeps) => {
  const prepareVersion = makePrepareVersion(deps);
  return async (request: BuildRequest, createdBy: string): Promise<StoredVersion> => {
    const featureSet = await featureSetOf(deps, request);
    const source = await rowsOf(deps, request, featureSet);
    const kept = [source.personColumn, request.timeColumn].filter((name) => name !== undefined);
    const { names, rows, excluded } =
      featureSet === undefined ? source : rowsOfFeatureSet(source.rows, featureSet, kept);
    return prepareVersion({
      datasetId: request.datasetId,
      rows,
      names,
      personColumn: source.personColumn,
      textColumns: featureSet === undefined ? [] : textFeatures(featureSet.features),
      parameters: parametersOf(request, featureSet),
      inputs: {
        source: request.source.kind,
        ...(request.source.kind === 'users' ? { asOf: request.source.asOf } : {}),
        excluded: { ...source.excluded, ...excluded },
      },
      createdBy,
      reason: request.reason,
      override: request.version,
    });
  };
};

const featureSetOf = async (
  { featureSets }: BuildDatasetDeps,
  { featureSet, targetColumn, source }: BuildRequest,
): Promise<FeatureSet | undefined> => {
  if (featureSet === undefined) {
    if (source.kind !== 'users') return undefined;
    throw new InvalidRequestError([
      { field: 'featureSet', allowed: 'given where the source is users', arrived: 'nothing' },
    ]);
  }
  const found = await featureSets.find(featureSet.id, featureSet.version);
  if (found === undefined) throw new FeatureSetNotFoundError();
  if (targetColumn === undefined || targetColumn === found.target) return found;
  throw new InvalidRequestError([
    { field: 'targetColumn', allowed: "left out, or the feature set's target", arrived: 'another column' },
  ]);
};

const parametersOf = (
  request: BuildRequest,
  featureSet: FeatureSet | undefined,
): VersionRequest['parameters'] => {
  const targetColumn = featureSet?.target ?? request.targetColumn;
  return {
    ...(targetColumn === undefined ? {} : { targetColumn }),
    ...(request.positive === undefined ? {} : { positive: request.positive }),
    ...(request.timeColumn === undefined ? {} : { timeColumn: request.timeColumn }),
    steps: request.steps ?? stepsOfFeatureSet(featureSet?.features ?? []),
    split: request.split,
    ...(request.featureSet === undefined ? {} : { featureSet: request.featureSet }),
  };
};

const rowsOf = async (
  deps: BuildDatasetDeps,
  { source, personColumn }: BuildRequest,
  featureSet: FeatureSet | undefined,
): Promise<SourceRows> => {
  switch (source.kind) {
    case 'rows':
      return { rows: source.rows, names: namesOf(source.rows), excluded: {}, personColumn };
    case 'csv':
      return { ...csvRows(source.csv, personColumn), excluded: {}, personColumn };
    case 'upload':
      return { ...csvRows(await uploadOf(deps, source.key), personColumn), excluded: {}, personColumn };
    case 'users': {
      if (featureSet === undefined || deps.featureRows === undefined) {
        throw new TypeError('This function makes no version of users.');
      }
      const { userIds, asOf } = source;
      const { rows, excluded } = await deps.featureRows.rows({ featureSet, userIds, asOf: Date.parse(asOf) });
      return { rows, names: namesOf(rows), excluded, personColumn: userColumn };
    }
  }
};

const csvRows = (text: string, personColumn: string | undefined) =>
  rowsOfCsv(text, personColumn === undefined ? [] : [personColumn]);

/** In order of name, so that the order of the rows decides nothing. */
const namesOf = (rows: readonly Row[]): readonly string[] => [...new Set(rows.flatMap(Object.keys))].sort();

const uploadOf = async ({ objects }: BuildDatasetDeps, key: string): Promise<string> => {
  const head = await objects.head(key);
  if (head === undefined) throw new UploadNotFoundError();
  if (head.bytes > maxUploadBytes) throw new UploadTooLargeError(maxUploadBytes);
  const bytes = await objects.read(key);
  if (bytes === undefined) throw new UploadNotFoundError();
  return new TextDecoder().decode(bytes);
};
