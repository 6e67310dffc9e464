import type { Access } from './catalog-access.ts';
import { auditAccess, auditEnvironment } from './catalog-audit.ts';
import { versionAccess, versionEnvironment } from './catalog-dataset-builds.ts';
import type { ErasureFunctionId } from './catalog-ids.ts';
import type { FunctionSpec, ScheduleSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

type BucketActions = Extract<Access, { bucket: unknown }>['actions'];

const looking: BucketActions = ['GetObject', 'GetObjectVersion', 'ListBucket', 'ListBucketVersions'];
/** A delete by a version's id needs the second right, in a bucket without versions the first. */
const removing: BucketActions = [...looking, 'DeleteObject', 'DeleteObjectVersion'];
const rewriting: BucketActions = [...removing, 'PutObject'];

/**
 * The function that erases people. It may reach every store, and is the only one that may reach them all; nobody but
 * the API and its own schedule invokes it.
 *
 * @param config - names and settings of the stage
 */
export const erasureFunctions = (config: Config): Readonly<Record<ErasureFunctionId, FunctionSpec>> => {
  const stem = config.trainingDataPrefix.replace(/\/$/, '');
  const inBucket =
    (bucket: 'healthData' | 'mlModels' | 'datasets' | 'trainingWork', actions: BucketActions) =>
    (prefix: string): Access => ({ bucket, prefix, actions });
  const partition = ['Query', 'BatchWriteItem'] as const;
  return {
    eraseSubject: {
      name: ownName(config, 'eraseSubject'),
      stack: 'preparation',
      entry: 'lambdas/erase-subject/handler.ts',
      description: 'Erases a person from every store and signs a receipt; by the API, and every five minutes',
      memoryMb: 2048,
      timeoutSeconds: 900,
      environment: {
        ...versionEnvironment,
        USER_INDEX: config.userIndex,
        HEALTH_METRICS_TABLE: { table: 'healthMetrics' },
        ANOMALY_ALERTS_TABLE: { table: 'anomalyAlerts' },
        DEVICE_KEYS_TABLE: { table: 'deviceKeys' },
        HEALTH_RECORDS_TABLE: { table: 'healthRecords' },
        FEATURE_CACHE_TABLE: { table: 'featureCache' },
        CUSTOMER_STATE_TABLE: { table: 'customerState' },
        TRAINING_EXAMPLES_TABLE: { table: 'trainingExamples' },
        PSEUDONYM_KEYS_TABLE: { table: 'pseudonymKeys' },
        SAMPLE_LINEAGE_TABLE: { table: 'sampleLineage' },
        TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
        MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
        HEALTH_DATA_BUCKET: { bucket: 'healthData' },
        ML_MODELS_BUCKET: { bucket: 'mlModels' },
        TRAINING_WORK_BUCKET: { bucket: 'trainingWork' },
        TRAINING_DATA_PREFIX: config.trainingDataPrefix,
        ...auditEnvironment,
        AUDIT_SIGNING_KEY: { key: 'auditSigning' },
        SETTLE_SECONDS: String(config.erasureSettleSeconds),
      },
      access: [
        ...versionAccess,
        { table: 'app', actions: partition },
        ...(config.userIndex === ''
          ? []
          : [{ table: 'app', index: config.userIndex, actions: ['Query'] } as const]),
        { table: 'healthMetrics', actions: partition },
        { table: 'anomalyAlerts', actions: [...partition, 'Scan'] },
        { table: 'deviceKeys', actions: ['BatchWriteItem'] },
        { table: 'deviceKeys', index: 'UserIndex', actions: ['Query'] },
        { table: 'healthRecords', actions: partition },
        { table: 'featureCache', actions: partition },
        { table: 'customerState', actions: ['BatchGetItem', 'DeleteItem'] },
        { table: 'trainingExamples', actions: partition },
        { table: 'pseudonymKeys', actions: ['GetItem', 'DeleteItem'] },
        { table: 'sampleLineage', actions: ['Query', 'DeleteItem'] },
        { table: 'trainingJobs', actions: ['Scan'] },
        { table: 'modelRegistry', actions: ['Scan'] },
        { table: 'erasures', actions: ['GetItem', 'PutItem', 'Scan'] },
        ...auditAccess,
        { key: 'auditSigning', actions: ['Sign'] },
        ...['raw/', 'quarantine/'].map(inBucket('healthData', removing)),
        ...[config.trainingDataPrefix, `${stem}-parts/`].map(inBucket('healthData', rewriting)),
        ...['training/'].map(inBucket('mlModels', rewriting)),
        ...['uploads/', 'jobs/'].map(inBucket('datasets', ['GetObjectVersion'])),
        ...['runs/'].map(inBucket('trainingWork', removing)),
      ],
    },
  };
};

/**
 * When erasures that are not complete are gone on with.
 *
 * @param config - prefix of the stage
 */
export const erasureSchedules = ({ prefix }: Config): readonly ScheduleSpec[] => [
  {
    name: `${prefix}-erasures`,
    description: 'Goes on with erasures that wait or have failed',
    expression: 'rate(5 minutes)',
    timeZone: 'UTC',
    target: 'eraseSubject',
    input: {},
  },
];
