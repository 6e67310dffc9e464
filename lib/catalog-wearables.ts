import type { Access } from './catalog-access.ts';
import { auditAccess, auditEnvironment, tombstoneAccess, tombstoneEnvironment } from './catalog-audit.ts';
import type { WearableFunctionId, WearableTableId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, ScheduleSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';

/** Sparse: only slots that hold samples which were stored while no model could be read carry its key. */
export const unscoredIndex = 'UnscoredIndex';
const userIndex = 'UserIndex';

/** A small nursery: the process stays a tenth smaller over its life, and starts as fast. */
const smallProcess = { NODE_OPTIONS: '--max-semi-space-size=2' };

/**
 * What watches send, who they are, and what people were told about it.
 *
 * @param config - names of the stage
 */
export const wearableTables = (config: Config): Pick<Catalog['tables'], WearableTableId> => ({
  healthMetrics: {
    name: config.healthMetricsTable,
    partitionKey: { name: 'PK', type: 'S' },
    sortKey: { name: 'SK', type: 'S' },
    indexes: [
      {
        name: unscoredIndex,
        partitionKey: { name: 'unscoredOf', type: 'S' },
        sortKey: { name: 'SK', type: 'S' },
        include: [],
      },
    ],
    purpose: 'What watches measured, in slots of five minutes a device, with its scores. Health data.',
  },
  deviceKeys: {
    name: config.deviceKeysTable,
    partitionKey: { name: 'keyHash', type: 'S' },
    indexes: [
      {
        name: userIndex,
        partitionKey: { name: 'userId', type: 'S' },
        include: ['deviceName', 'createdAt', 'revokedAt', 'schemaVersion'],
      },
    ],
    purpose: 'Keys of watches as hashes, each of one person. Names people, holds no health data.',
  },
  anomalyAlerts: {
    name: config.anomalyAlertsTable,
    partitionKey: { name: 'PK', type: 'S' },
    indexes: [],
    purpose: 'Per person: episodes, alert-days, false alarms marked; per alert: whose it is. Health data.',
  },
});

/**
 * The functions behind the watch.
 *
 * @param config - names and settings of the stage
 */
export const wearableFunctions = (config: Config): Readonly<Record<WearableFunctionId, FunctionSpec>> => {
  const lambda = (name: string) => `${config.prefix}-${name}`;
  const readsProfile: Access = { table: 'app', actions: ['GetItem'] };
  return {
    detectHealthAnomalies: {
      // The seed's name in the first deployment; a second prefix in one account must not collide with it.
      name: config.prefix === 'mindmate' ? 'health-anomaly-detector' : lambda('health-anomaly-detector'),
      stack: 'wearables',
      entry: 'lambdas/detect-health-anomalies/handler.ts',
      description:
        'Stores and scores what watches send; POST /health-data/sync and /ingest, and invoked directly',
      memoryMb: 1769,
      timeoutSeconds: 29,
      environment: {
        TABLE_NAME: { table: 'app' },
        HEALTH_METRICS_TABLE: { table: 'healthMetrics' },
        UNSCORED_INDEX: unscoredIndex,
        ANOMALY_ALERTS_TABLE: { table: 'anomalyAlerts' },
        MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
        ML_MODELS_BUCKET: { bucket: 'mlModels' },
        MODEL_PATH: config.modelPath,
        ALERT_TOPIC_ARN: { topic: 'healthAlerts' },
        ...tombstoneEnvironment,
        ...smallProcess,
      },
      access: [
        readsProfile,
        { table: 'healthMetrics', actions: ['Query', 'UpdateItem'] },
        { table: 'healthMetrics', index: unscoredIndex, actions: ['Query'] },
        { table: 'anomalyAlerts', actions: ['GetItem', 'PutItem'] },
        { table: 'modelRegistry', actions: ['GetItem', 'Query'] },
        // Without the right to list, a file that is not there answers 403 instead of 404.
        { bucket: 'mlModels', prefix: 'models/lstm-autoencoder/', actions: ['GetObject', 'ListBucket'] },
        { topic: 'healthAlerts', actions: ['Publish'] },
        ...tombstoneAccess,
      ],
      ...(config.provisionedConcurrency !== undefined && {
        provisionedConcurrency: config.provisionedConcurrency,
      }),
    },
    serveHealthHistory: {
      name: lambda('serveHealthHistory'),
      stack: 'wearables',
      entry: 'lambdas/serve-health-history/handler.ts',
      description: 'GET /health-data/history and /status, POST /health-data/feedback',
      memoryMb: 512,
      timeoutSeconds: 29,
      environment: {
        HEALTH_METRICS_TABLE: { table: 'healthMetrics' },
        UNSCORED_INDEX: unscoredIndex,
        ANOMALY_ALERTS_TABLE: { table: 'anomalyAlerts' },
        ...auditEnvironment,
        TOMBSTONE_SECRET: { secret: 'tombstone' },
      },
      access: [
        { table: 'healthMetrics', actions: ['Query'] },
        { table: 'healthMetrics', index: unscoredIndex, actions: ['Query'] },
        { table: 'anomalyAlerts', actions: ['GetItem', 'PutItem'] },
        ...auditAccess,
        { secret: 'tombstone', actions: ['GetSecretValue'] },
      ],
    },
    authorizeDevice: {
      name: lambda('authorizeDevice'),
      stack: 'wearables',
      entry: 'lambdas/authorize-device/handler.ts',
      description: 'Says whose device key a request carries',
      memoryMb: 256,
      timeoutSeconds: 10,
      environment: { DEVICE_KEYS_TABLE: { table: 'deviceKeys' } },
      access: [{ table: 'deviceKeys', actions: ['GetItem'] }],
    },
  };
};

/**
 * Retraining, through the gate, on whatever lies at two places of the bucket by then: normal samples to learn from,
 * and labelled ones to be judged by. The same files as last month start nothing.
 *
 * @param config - names and time zone of the stage
 */
export const wearableSchedules = (config: Config): readonly ScheduleSpec[] => {
  const folder = `s3://${config.prefix}-ml-models-{account}/training/wearable`;
  return [
    {
      name: `${config.prefix}-monthly-wearable-training`,
      description: 'Trains the wearable model anew on the first of each month',
      expression: 'cron(0 1 1 * ? *)',
      timeZone: config.scheduleTimeZone,
      target: 'triggerModelTraining',
      input: {
        trainPath: `${folder}/normal.csv`,
        validationPath: `${folder}/labelled.csv`,
        hyperParameters: { algorithm: 'lstm-autoencoder' },
      },
    },
  ];
};
