import { DatasetManifest } from '../../ml/datasets/dataset-manifest.ts';
import { codeVersion } from '../../ml/datasets/versions/build-content.ts';
import type { VersionContent } from '../../ml/datasets/versions/version-manifest.ts';
import type { VersionStatistics } from '../../ml/datasets/versions/version-statistics.ts';
import type { ConditionalObjects } from '../shared/ports/conditional-objects.ts';
import type { StoreVersionDeps } from '../shared/versions/new-version.ts';
import { registerContent } from './register-content.ts';

export interface CrisisDatasets {
  /** Of the bucket in which prepareTrainingData writes. */
  readonly objects: ConditionalObjects;
  /** Such as s3://bucket/. */
  readonly root: string;
  /** Models by the hash of the rows that they were trained on. */
  readonly modelsOfRows: () => Promise<
    ReadonlyMap<string, readonly { readonly modelName: string; readonly version: number }[]>
  >;
}

/** Under which the datasets of prepareTrainingData are registered. */
export const crisisDatasetId = 'crisis';

const manifestKey = /^training\/manifest_[0-9_]+\.json$/;

/**
 * Registers every dataset that prepareTrainingData has completed, oldest first, and the models that were trained on
 * each. What is registered stays as it is.
 *
 * @returns how many versions are new
 */
export const registerCrisisDatasets = async (
  deps: StoreVersionDeps,
  crisis: CrisisDatasets,
): Promise<number> => {
  const models = await crisis.modelsOfRows();
  let made = 0;
  // In the order of the keys, which is that of time.
  for await (const { key } of crisis.objects.list('training/manifest_')) {
    const bytes = manifestKey.test(key) ? await crisis.objects.read(key) : undefined;
    if (bytes === undefined) continue;
    const manifest = DatasetManifest.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const { row, isNew } = await registerContent(deps, {
      datasetId: crisisDatasetId,
      content: contentOf(manifest, crisis.root),
      statistics: statisticsOf(manifest),
      reason: `prepared by prepareTrainingData as ${manifest.timestamp}`,
    });
    if (isNew) made += 1;
    for (const { modelName, version } of models.get(manifest.rowsSha256) ?? []) {
      const modelVersion = String(version);
      await deps.rows.recordModel({
        datasetId: crisisDatasetId,
        version: row.version,
        modelName,
        modelVersion,
      });
    }
  }
  return made;
};

const contentOf = (manifest: DatasetManifest, root: string): VersionContent => {
  const { parameters, featureNames, featureSchemaVersion } = manifest;
  return {
    files: manifest.files.map(({ path, sha256, bytes, rows }) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      sha256,
      bytes,
      rows,
      contentType: path.endsWith('.csv') ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl',
      location: `${root}${path}`,
    })),
    schema: {
      columns: [
        ...featureNames.map((name) => ({ name, type: 'number', role: 'feature' }) as const),
        { name: 'label', type: 'number', role: 'target' },
      ],
    },
    preparedColumns: [...featureNames],
    classes: [0, 1],
    parameters: {
      targetColumn: 'label',
      positive: 1,
      steps: [],
      split: { testShare: parameters.validationSplit, seed: parameters.seed },
      featureSet: { id: 'crisis', version: `${featureSchemaVersion}.0.0` },
    },
    codeVersion,
  };
};

const statisticsOf = ({ classCounts: { train, validation } }: DatasetManifest): VersionStatistics => {
  const sum = ({ negative, positive }: { readonly negative: number; readonly positive: number }) =>
    negative + positive;
  return {
    rows: sum(train.after) + sum(validation.after),
    // Its manifest does not tell people; these are the rows before any was copied to balance the classes.
    samples: sum(train.before) + sum(validation.before),
    trainRows: sum(train.after),
    testRows: sum(validation.after),
    classBalance: [
      { value: '0', train: train.after.negative, test: validation.after.negative },
      { value: '1', train: train.after.positive, test: validation.after.positive },
    ],
    columns: {},
  };
};
