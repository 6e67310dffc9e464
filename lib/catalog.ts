/**
 * What wellcast consists of, as plain data: the CDK stacks build it in an account and the local AWS builds it
 * on loopback, so the two cannot drift. No CDK here, and no behaviour.
 */
import { auditFunctions, auditKeys, auditSchedules } from './catalog-audit.ts';
import {
  customerEventFunctions,
  customerEventSchedules,
  customerEventStreams,
  customerEventTables,
  customerEventTopics,
} from './catalog-customer-events.ts';
import { customerEndpoints, customerFunctions, customerRules, customerTables } from './catalog-customers.ts';
import {
  datasetBuildFunctions,
  datasetBuildQueues,
  datasetBuildSchedules,
} from './catalog-dataset-builds.ts';
import { erasureFunctions, erasureSchedules } from './catalog-erasure.ts';
import { fanOutBuckets, fanOutFunctions, workflows } from './catalog-fan-out.ts';
import { catalogFunctions } from './catalog-functions.ts';
import {
  narrativeBuckets,
  narrativeFunctions,
  narrativeQueues,
  narrativeRules,
  narrativeSchedules,
  narrativeTables,
} from './catalog-narratives.ts';
import {
  preparationBuckets,
  preparationFunctions,
  preparationRoutes,
  preparationTables,
} from './catalog-preparation.ts';
import type { Catalog, KeyAttribute } from './catalog-shapes.ts';
import { wearableRoutes } from './catalog-wearable-routes.ts';
import { wearableFunctions, wearableSchedules, wearableTables } from './catalog-wearables.ts';
import type { Config } from './config.ts';

const text = (name: string): KeyAttribute => ({ name, type: 'S' });

/**
 * The catalogue of one deployment.
 *
 * @param config - names, prefix and settings of the stage
 */
export const makeCatalog = (config: Config): Catalog => {
  const lambda = (name: string) => `${config.prefix}-${name}`;

  return {
    tables: {
      app: {
        name: config.tableName,
        partitionKey: text('PK'),
        sortKey: text('SK'),
        indexes:
          config.userIndex === ''
            ? []
            : [
                {
                  name: config.userIndex,
                  partitionKey: text('userId'),
                  include: ['type', 'timezone', 'mlOptOut'],
                },
              ],
        purpose: "The app's own table: profiles, moods, chats, selfies, sessions. Health data.",
      },
      trainingJobs: {
        name: config.trainingJobsTable,
        partitionKey: text('jobId'),
        indexes: [],
        purpose: 'One row per dataset run and per training job. No personal data.',
      },
      modelRegistry: {
        name: config.modelRegistryTable,
        partitionKey: text('modelName'),
        sortKey: { name: 'version', type: 'N' },
        indexes: [],
        purpose: 'Model versions, their metrics and whether the gate approved them. No personal data.',
      },
      sampleLineage: {
        name: config.sampleLineageTable,
        partitionKey: text('PK'),
        sortKey: text('SK'),
        indexes: [],
        purpose:
          'Which person is which sample of which dataset, for erasure. The only link; locked to one writer.',
      },
      ...wearableTables(config),
      ...narrativeTables(config),
      ...preparationTables(config),
      ...customerTables(config),
      ...customerEventTables(config),
    },
    buckets: {
      mlModels: {
        name: `${config.prefix}-ml-models-{account}`,
        versioned: true,
        purpose: 'Datasets without names, training output, models.',
      },
      ...narrativeBuckets(config),
      ...fanOutBuckets(config),
      ...preparationBuckets(config),
    },
    secrets: {
      sampleId: {
        name: `${config.prefix}/sample-id-secret`,
        purpose: 'Keys the shuffle that numbers samples.',
      },
      tombstone: {
        name: `${config.prefix}/tombstone-secret`,
        purpose: 'Keys the hashes that stand for people in tombstones and in the audit keys.',
      },
    },
    keys: auditKeys(config),
    topics: {
      alerts: { name: `${config.prefix}-alerts`, purpose: 'Failed jobs and alarms, for people.' },
      healthAlerts: {
        name: `${config.prefix}-health-alerts`,
        purpose: 'Anomalies of the people who wear watches, for the app to act on. Health data.',
      },
      ...customerEventTopics(config),
    },
    functions: {
      ...catalogFunctions(config),
      ...fanOutFunctions(config),
      ...wearableFunctions(config),
      ...narrativeFunctions(config),
      ...preparationFunctions(config),
      ...datasetBuildFunctions(config),
      ...auditFunctions(config),
      ...erasureFunctions(config),
      ...customerFunctions(config),
      ...customerEventFunctions(config),
    },
    queues: { ...narrativeQueues(config), ...datasetBuildQueues(config) },
    streams: customerEventStreams(config),
    workflows: workflows(config),
    endpoints: customerEndpoints(config),
    rules: [
      {
        name: lambda('training-job-state'),
        description: 'Every state change of our training jobs',
        source: 'aws.sagemaker',
        detailType: 'SageMaker Training Job State Change',
        detailPrefixes: { TrainingJobName: `${config.prefix}-` },
        target: 'recordTrainingJobState',
      },
      ...narrativeRules(config),
      ...customerRules(config),
    ],
    schedules: [
      {
        name: lambda('monthly-training'),
        description:
          'Prepares fresh training data, which in turn starts training, on the first of each month',
        expression: 'cron(0 0 1 * ? *)',
        timeZone: config.scheduleTimeZone,
        target: 'prepareTrainingData',
        input: { idempotencyKey: 'monthly-<aws.scheduler.scheduled-time>' },
      },
      ...wearableSchedules(config),
      ...narrativeSchedules(config),
      ...auditSchedules(config),
      ...datasetBuildSchedules(config),
      ...erasureSchedules(config),
      ...customerEventSchedules(config),
    ],
    routes: [...wearableRoutes(config), ...preparationRoutes],
    deviceAuthorizer: { target: 'authorizeDevice', header: 'X-API-Key', cacheSeconds: 30 },
  };
};
