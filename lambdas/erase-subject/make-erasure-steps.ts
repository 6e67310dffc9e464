import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { InflateRaw } from '../../ml/narratives/avro/avro-outcome.ts';
import { makeDynamoDbCustomerStates } from '../shared/adapters/dynamodb-customer-states.ts';
import { makeDynamoDbErasableItems } from '../shared/adapters/dynamodb-erasable-items.ts';
import { makeDynamoDbPersonKey } from '../shared/adapters/dynamodb-person-key.ts';
import { makeDynamoDbSampleOrigins } from '../shared/adapters/dynamodb-sample-origins.ts';
import { makeDynamoDbTrainedModels } from '../shared/adapters/dynamodb-trained-models.ts';
import { makeS3ConditionalObjects } from '../shared/adapters/s3-conditional-objects.ts';
import { makeS3ErasableObjects } from '../shared/adapters/s3-erasable-objects.ts';
import { trainingLayout } from '../shared/narratives/training-layout.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Sleep } from '../shared/ports/sleep.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { RebuiltVersions } from '../shared/versions/rebuild-without.ts';
import type { ErasureStep } from './erasure-step.ts';
import { makeCrisisDatasetsStep } from './steps/crisis-datasets-step.ts';
import { makeDatasetVersionsStep } from './steps/dataset-versions-step.ts';
import { makeExportsStep } from './steps/exports-step.ts';
import { makeItemSteps } from './steps/item-steps.ts';
import { makeNarrativesStep } from './steps/narratives-step.ts';
import { makeTransientStep } from './steps/transient-step.ts';
import { makeWearableFilesStep } from './steps/wearable-files-step.ts';

const name = z.string().min(1);

/** Where everything lies that can be somebody's. */
export const stepEnvironment = {
  TABLE_NAME: name,
  USER_INDEX: z.string().default(''),
  HEALTH_METRICS_TABLE: name,
  ANOMALY_ALERTS_TABLE: name,
  DEVICE_KEYS_TABLE: name,
  HEALTH_RECORDS_TABLE: name,
  FEATURE_CACHE_TABLE: name,
  CUSTOMER_STATE_TABLE: name,
  TRAINING_EXAMPLES_TABLE: name,
  PSEUDONYM_KEYS_TABLE: name,
  SAMPLE_LINEAGE_TABLE: name,
  TRAINING_JOBS_TABLE: name,
  MODEL_REGISTRY_TABLE: name,
  HEALTH_DATA_BUCKET: name,
  ML_MODELS_BUCKET: name,
  DATASETS_BUCKET: name,
  TRAINING_WORK_BUCKET: name,
  TRAINING_DATA_PREFIX: name.endsWith('/'),
};

export interface StepsContext {
  readonly client: DynamoDBClient;
  readonly s3: S3Client;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly inflateRaw: InflateRaw;
  readonly rebuildWithout: (personIds: readonly string[]) => Promise<RebuiltVersions>;
}

/**
 * Every store, in the order in which it is gone through: what datasets are built from first, so that none is built
 * anew from what is still to go.
 */
export const makeErasureSteps = (
  environment: z.infer<z.ZodObject<typeof stepEnvironment>>,
  context: StepsContext,
): readonly ErasureStep[] => {
  const { client, s3, sleep, random, telemetry, clock } = context;
  const items = (tableName: string, ...keys: readonly [string] | readonly [string, string]) =>
    makeDynamoDbErasableItems({ client, tableName, keys, sleep, random, telemetry });
  const bucket = (bucketName: string) => ({
    objects: makeS3ErasableObjects({ client: s3, bucket: bucketName }),
    writing: makeS3ConditionalObjects({ client: s3, bucket: bucketName, sleep, random }),
  });
  const customerState = {
    client,
    tableName: environment.CUSTOMER_STATE_TABLE,
    sleep,
    random,
    telemetry,
    clock,
  };
  const health = bucket(environment.HEALTH_DATA_BUCKET);
  const models = bucket(environment.ML_MODELS_BUCKET);
  const claims = items(environment.TRAINING_EXAMPLES_TABLE, 'PK');
  return [
    ...makeItemSteps({
      app: items(environment.TABLE_NAME, 'PK', 'SK'),
      userIndex: environment.USER_INDEX,
      healthMetrics: items(environment.HEALTH_METRICS_TABLE, 'PK', 'SK'),
      anomalyAlerts: items(environment.ANOMALY_ALERTS_TABLE, 'PK'),
      deviceKeys: items(environment.DEVICE_KEYS_TABLE, 'keyHash'),
      healthRecords: items(environment.HEALTH_RECORDS_TABLE, 'PK', 'SK'),
      featureCache: items(environment.FEATURE_CACHE_TABLE, 'PK', 'SK'),
      customers: makeDynamoDbCustomerStates(customerState),
    }),
    makeExportsStep({ objects: health.objects, claims, inflateRaw: context.inflateRaw }),
    makeNarrativesStep({
      ...health,
      layout: trainingLayout(environment.TRAINING_DATA_PREFIX),
      personKey: makeDynamoDbPersonKey({ client, tableName: environment.PSEUDONYM_KEYS_TABLE }),
      claims,
    }),
    makeTransientStep({
      datasets: bucket(environment.DATASETS_BUCKET).objects,
      work: bucket(environment.TRAINING_WORK_BUCKET).objects,
    }),
    makeCrisisDatasetsStep({
      ...models,
      origins: makeDynamoDbSampleOrigins({ client, tableName: environment.SAMPLE_LINEAGE_TABLE }),
      models: makeDynamoDbTrainedModels({
        client,
        trainingJobsTable: environment.TRAINING_JOBS_TABLE,
        modelRegistryTable: environment.MODEL_REGISTRY_TABLE,
      }),
    }),
    makeWearableFilesStep(models),
    makeDatasetVersionsStep(context.rebuildWithout),
  ];
};
