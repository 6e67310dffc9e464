import { sourceAccess, sourceEnvironment } from './catalog-feature-sources.ts';
import type {
  Access,
  DatasetBuildFunctionId,
  DatasetBuildQueueId,
  EnvironmentValue,
  FunctionSpec,
  QueueSpec,
} from './catalog-shapes.ts';
import type { Config } from './config.ts';

const buildTimeoutSeconds = 600;

/** What every function that makes dataset versions is told. */
export const versionEnvironment = {
  TABLE_NAME: { table: 'app' },
  FEATURE_SETS_TABLE: { table: 'featureSets' },
  DATASET_VERSIONS_TABLE: { table: 'datasetVersions' },
  DATASET_LINEAGE_TABLE: { table: 'datasetLineage' },
  PREPARATION_JOBS_TABLE: { table: 'preparationJobs' },
  ERASURES_TABLE: { table: 'erasures' },
  DATASETS_BUCKET: { bucket: 'datasets' },
  SAMPLE_ID_SECRET: { secret: 'sampleId' },
  TOMBSTONE_SECRET: { secret: 'tombstone' },
} as const satisfies Readonly<Record<string, EnvironmentValue>>;

/** What every function that makes dataset versions may do. */
export const versionAccess: readonly Access[] = [
  { table: 'app', actions: ['BatchGetItem'] },
  { table: 'featureSets', actions: ['GetItem', 'Query'] },
  { table: 'datasetVersions', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'] },
  { table: 'datasetLineage', actions: ['Query', 'BatchWriteItem'] },
  { table: 'preparationJobs', actions: ['GetItem', 'PutItem'] },
  { table: 'erasures', actions: ['BatchGetItem'] },
  { secret: 'sampleId', actions: ['GetSecretValue'] },
  { secret: 'tombstone', actions: ['GetSecretValue'] },
  ...(['datasets/', 'uploads/', 'jobs/'] as const).map(
    (prefix): Access => ({
      bucket: 'datasets',
      prefix,
      actions: [
        'GetObject',
        'PutObject',
        'DeleteObject',
        'DeleteObjectVersion',
        'ListBucket',
        'ListBucketVersions',
      ],
    }),
  ),
];

/** Of the first deployment without the app's name: this part came without names that people know. */
const buildName = ({ prefix }: Config, name: string): string =>
  `${prefix === 'mindmate' ? 'wellcast' : prefix}-${name}`;

/**
 * The functions that make dataset versions in the background.
 *
 * @param config - prefix of the stage
 */
export const datasetBuildFunctions = (
  config: Config,
): Readonly<Record<DatasetBuildFunctionId, FunctionSpec>> => ({
  buildDatasetVersion: {
    name: buildName(config, 'buildDatasetVersion'),
    stack: 'preparation',
    entry: 'lambdas/build-dataset-version/handler.ts',
    description: 'Makes a dataset version that is too large to wait for; from the queue',
    memoryMb: 3008,
    timeoutSeconds: buildTimeoutSeconds,
    environment: { ...versionEnvironment, ...sourceEnvironment },
    access: [
      { queue: 'datasetBuilds', actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'] },
      ...versionAccess,
      ...sourceAccess,
    ],
  },
});

/**
 * The queue of versions to be made.
 *
 * @param config - prefix of the stage
 */
export const datasetBuildQueues = (config: Config): Readonly<Record<DatasetBuildQueueId, QueueSpec>> => ({
  datasetBuilds: {
    name: `${config.prefix}-dataset-builds`,
    purpose: 'Ids of jobs that make dataset versions. No personal data.',
    visibilityTimeoutSeconds: 6 * buildTimeoutSeconds,
    maxReceiveCount: 5,
    batchSize: 1,
    maxConcurrency: 4,
    consumer: 'buildDatasetVersion',
  },
});
