import type { Access, EnvironmentValue } from './catalog-access.ts';
import { sourceAccess, sourceEnvironment } from './catalog-feature-sources.ts';
import type { DatasetBuildFunctionId, DatasetBuildQueueId } from './catalog-ids.ts';
import type { FunctionSpec, QueueSpec, ScheduleSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

const buildTimeoutSeconds = 600;
const taskTimeoutSeconds = 900;

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

/**
 * The functions that make dataset versions in the background.
 *
 * @param config - prefix of the stage
 */
export const datasetBuildFunctions = (
  config: Config,
): Readonly<Record<DatasetBuildFunctionId, FunctionSpec>> => ({
  buildDatasetVersion: {
    name: ownName(config, 'buildDatasetVersion'),
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
  runPreparationTask: {
    name: ownName(config, 'runPreparationTask'),
    stack: 'preparation',
    entry: 'lambdas/run-preparation-task/handler.ts',
    description:
      'The background tasks of data preparation: prepare, extract, preprocess, version; from a queue',
    memoryMb: 3008,
    timeoutSeconds: taskTimeoutSeconds,
    environment: {
      ...versionEnvironment,
      ...sourceEnvironment,
      USER_INDEX: config.userIndex,
      FEATURE_CACHE_TABLE: { table: 'featureCache' },
      MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
      ML_MODELS_BUCKET: { bucket: 'mlModels' },
      HEALTH_DATA_BUCKET: { bucket: 'healthData' },
      TRAINING_DATA_PREFIX: config.trainingDataPrefix,
      DATASET_BUILDS_QUEUE_URL: { queue: 'datasetBuilds' },
    },
    access: [
      { queue: 'preparationTasks', actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'] },
      { queue: 'datasetBuilds', actions: ['SendMessage'] },
      ...versionAccess,
      ...sourceAccess,
      config.userIndex === ''
        ? { table: 'app', actions: ['Scan'] }
        : { table: 'app', index: config.userIndex, actions: ['Scan'] },
      { table: 'featureCache', actions: ['GetItem', 'PutItem', 'Query', 'DeleteItem'] },
      { table: 'modelRegistry', actions: ['Scan'] },
      { bucket: 'mlModels', prefix: 'training/', actions: ['GetObject', 'ListBucket'] },
      { bucket: 'healthData', prefix: config.trainingDataPrefix, actions: ['GetObject', 'ListBucket'] },
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
  preparationTasks: {
    name: `${config.prefix}-preparation-tasks`,
    purpose: 'Background tasks of data preparation that are due. No personal data.',
    visibilityTimeoutSeconds: 6 * taskTimeoutSeconds,
    maxReceiveCount: 5,
    batchSize: 4,
    maxConcurrency: 2,
    consumer: 'runPreparationTask',
  },
});

/**
 * When the background tasks are due: each night, one after the other.
 *
 * @param config - prefix and time zone of the stage
 */
export const datasetBuildSchedules = (config: Config): readonly ScheduleSpec[] =>
  (
    [
      ['version', 1, 'Registers the datasets of other parts, and lets go what nobody needs'],
      ['preprocess', 2, 'Prepares anew what older code has prepared'],
      ['extract', 3, "Fills the cache with yesterday's features"],
      ['prepare', 4, "Asks for datasets of the app's people"],
    ] as const
  ).map(([task, hour, description]) => ({
    name: `${config.prefix}-nightly-${task}`,
    description,
    expression: `cron(0 ${hour} * * ? *)`,
    timeZone: config.scheduleTimeZone,
    target: 'runPreparationTask',
    viaQueue: 'preparationTasks',
    input: { task, scheduledAt: '<aws.scheduler.scheduled-time>' },
  }));
