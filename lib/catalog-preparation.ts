import { auditAccess, auditEnvironment } from './catalog-audit.ts';
import { versionAccess, versionEnvironment } from './catalog-dataset-builds.ts';
import type { RouteSpec } from './catalog-doors.ts';
import { sourceAccess, sourceEnvironment } from './catalog-feature-sources.ts';
import type { PreparationBucketId, PreparationFunctionId, PreparationTableId } from './catalog-ids.ts';
import type { Catalog, FunctionSpec, TableSpec } from './catalog-shapes.ts';
import type { Config } from './config.ts';
import { ownName } from './own-name.ts';

/** Where every route of the data preparation service begins. */
export const preparationPath = '/api/v1/ml-data-preparation';

/**
 * Feature sets, dataset versions, performance records, jobs and the audit trail; the adapter of a table says what its
 * keys hold.
 *
 * @param config - prefix of the stage
 */
export const preparationTables = (config: Config): Pick<Catalog['tables'], PreparationTableId> => {
  const table = (name: string, purpose: string): TableSpec => ({
    name: ownName(config, name),
    partitionKey: { name: 'PK', type: 'S' },
    sortKey: { name: 'SK', type: 'S' },
    indexes: [],
    purpose,
  });
  return {
    featureSets: table('FeatureSets', 'Feature definitions. No personal data.'),
    featureCache: table('FeatureCache', 'Features extracted for a person, by a hash of who. Health data.'),
    datasetVersions: table('DatasetVersions', 'Versions of datasets, who made each and why.'),
    datasetLineage: table(
      'DatasetLineage',
      'Which person is in which version of which dataset, for erasure. The only link; locked to its writers.',
    ),
    modelPerformance: table('ModelPerformance', 'Metrics of model versions over time. No personal data.'),
    preparationJobs: table('PreparationJobs', 'Datasets being built and tasks at work. No personal data.'),
    auditTrail: {
      name: ownName(config, 'AuditTrail'),
      partitionKey: { name: 'chain', type: 'S' },
      sortKey: { name: 'sequence', type: 'N' },
      indexes: [],
      purpose: 'Who read or changed whose data, by pseudonym, as one chain of hashes.',
    },
    auditKeys: {
      name: ownName(config, 'AuditKeys'),
      partitionKey: { name: 'PK', type: 'S' },
      indexes: [],
      purpose:
        "Each person's own key for pseudonyms in the audit trail, destroyed on erasure; locked to its writers.",
    },
    erasures: {
      name: ownName(config, 'Erasures'),
      partitionKey: { name: 'PK', type: 'S' },
      indexes: [],
      purpose: 'Who has been erased, as keyed hashes, and the receipts of it.',
    },
  };
};

/**
 * Dataset versions, and the signed heads of the audit trail.
 *
 * @param config - prefix of the stage
 */
export const preparationBuckets = (config: Config): Pick<Catalog['buckets'], PreparationBucketId> => ({
  datasets: {
    name: `${config.prefix}-ml-datasets-{account}`,
    versioned: true,
    passing: [
      { prefix: 'uploads/', days: 1 },
      { prefix: 'jobs/', days: 1 },
    ],
    purpose: 'Dataset versions: objects by the hash of their content, and manifests. Health data.',
  },
  auditHeads: {
    name: `${config.prefix}-audit-heads-{account}`,
    versioned: true,
    lockDays: 365,
    purpose: 'Signed heads of the audit trail, which nobody can change or delete for a year.',
  },
});

/**
 * The functions of the data preparation service.
 *
 * @param config - prefix of the stage
 */
export const preparationFunctions = (
  config: Config,
): Readonly<Record<PreparationFunctionId, FunctionSpec>> => ({
  serveDataPreparation: {
    name: ownName(config, 'dataPreparation'),
    stack: 'preparation',
    entry: 'lambdas/serve-data-preparation/handler.ts',
    description: 'The data preparation API: feature sets, datasets, models, audit',
    memoryMb: 1769,
    timeoutSeconds: 29,
    environment: {
      ...versionEnvironment,
      DATASET_BUILDS_QUEUE_URL: { queue: 'datasetBuilds' },
      MODEL_REGISTRY_TABLE: { table: 'modelRegistry' },
      MODEL_PERFORMANCE_TABLE: { table: 'modelPerformance' },
      PREPARATION_JOBS_TABLE: { table: 'preparationJobs' },
      TRAINING_JOBS_TABLE: { table: 'trainingJobs' },
      TRAINING_RUN_FUNCTION: { function: 'startTrainingRun' },
      ALERT_TOPIC_ARN: { topic: 'alerts' },
      ...sourceEnvironment,
      FEATURE_CACHE_TABLE: { table: 'featureCache' },
      ...auditEnvironment,
      ERASE_FUNCTION: { function: 'eraseSubject' },
      DEPLOY_FUNCTION: { function: 'deployApprovedModel' },
      ANOMALY_ALERTS_TABLE: { table: 'anomalyAlerts' },
    },
    access: [
      ...versionAccess,
      ...sourceAccess,
      { table: 'featureCache', actions: ['GetItem', 'PutItem', 'Query', 'DeleteItem'] },
      ...auditAccess,
      { table: 'erasures', actions: ['GetItem', 'PutItem'] },
      { function: 'eraseSubject', actions: ['InvokeFunction'] },
      { function: 'deployApprovedModel', actions: ['InvokeFunction'] },
      { table: 'healthMetrics', actions: ['Scan'] },
      { table: 'anomalyAlerts', actions: ['Scan'] },
      { queue: 'datasetBuilds', actions: ['SendMessage'] },
      { table: 'featureSets', actions: ['PutItem'] },
      { table: 'modelRegistry', actions: ['GetItem', 'PutItem', 'Query', 'Scan'] },
      { table: 'modelPerformance', actions: ['GetItem', 'PutItem', 'UpdateItem', 'Query'] },
      { table: 'preparationJobs', actions: ['UpdateItem'] },
      { table: 'trainingJobs', actions: ['GetItem', 'Scan'] },
      { function: 'startTrainingRun', actions: ['InvokeFunction'] },
      { topic: 'alerts', actions: ['Publish'] },
    ],
  },
  startTrainingRun: {
    name: ownName(config, 'startTrainingRun'),
    stack: 'preparation',
    entry: 'lambdas/start-training-run/handler.ts',
    description: 'Prepares training data for a run that was asked for, and writes down what came of it',
    memoryMb: 256,
    timeoutSeconds: 900,
    environment: {
      PREPARATION_JOBS_TABLE: { table: 'preparationJobs' },
      PREPARE_FUNCTION: { function: 'prepareTrainingData' },
    },
    access: [
      { table: 'preparationJobs', actions: ['GetItem', 'UpdateItem'] },
      { function: 'prepareTrainingData', actions: ['InvokeFunction'] },
    ],
  },
});

/** What people and programs that prepare data may call; the function itself knows the paths below. */
export const preparationRoutes: readonly RouteSpec[] = (['GET', 'POST', 'DELETE'] as const).map((method) => ({
  method,
  path: `${preparationPath}/{proxy+}`,
  target: 'serveDataPreparation',
  authorizer: 'jwt',
  throttle: method === 'GET' ? { ratePerSecond: 50, burst: 100 } : { ratePerSecond: 10, burst: 20 },
}));
