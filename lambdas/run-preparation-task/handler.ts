import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { makeDynamoDbFeatureCache } from '../shared/adapters/dynamodb-feature-cache.ts';
import { makeDynamoDbModelsOfRows } from '../shared/adapters/dynamodb-models-of-rows.ts';
import { makeDynamoDbUserDirectory } from '../shared/adapters/dynamodb-user-directory.ts';
import { makeS3ConditionalObjects } from '../shared/adapters/s3-conditional-objects.ts';
import { makeSqsJobQueue } from '../shared/adapters/sqs-job-queue.ts';
import { timerSleep as sleep } from '../shared/adapters/timer-sleep.ts';
import { makeVersionStores, versionEnvironment } from '../shared/dataset-builds/version-stores.ts';
import { makePersonalSources, sourceEnvironment } from '../shared/features/make-personal-sources.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { type LambdaContext, makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { isQueueEvent, makeQueueHandler } from '../shared/runtime/queue-event.ts';
import { makeRunPreparationTask } from './run-preparation-task.ts';
import { type PreparationTask, parsePreparationTask } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...versionEnvironment,
  ...sourceEnvironment,
  USER_INDEX: z.string(),
  FEATURE_CACHE_TABLE: name,
  MODEL_REGISTRY_TABLE: name,
  ML_MODELS_BUCKET: name,
  HEALTH_DATA_BUCKET: name,
  TRAINING_DATA_PREFIX: name,
  DATASET_BUILDS_QUEUE_URL: name,
});
const telemetry = makeFunctionTelemetry('runPreparationTask');
const client = telemetry.traced(new DynamoDBClient(clientSettings()));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const sqs = telemetry.traced(new SQSClient(clientSettings()));
const stores = makeVersionStores(environment, { client, s3, telemetry });
const filesOf = (bucket: string) => ({
  objects: makeS3ConditionalObjects({ client: s3, bucket, sleep, random: Math.random }),
  root: `s3://${bucket}/`,
});
const users = makeDynamoDbUserDirectory({
  client,
  tableName: environment.TABLE_NAME,
  indexName: environment.USER_INDEX,
});

const runTask = makeRunPreparationTask({
  versions: stores,
  datasets: { ...stores, users, queue: makeSqsJobQueue(sqs, environment.DATASET_BUILDS_QUEUE_URL) },
  features: {
    users,
    extraction: {
      sources: makePersonalSources(client, environment),
      cache: makeDynamoDbFeatureCache({ client, tableName: environment.FEATURE_CACHE_TABLE }),
      featureSets: stores.featureSets,
      tombstones: stores.erased,
      telemetry,
    },
  },
  crisis: {
    ...filesOf(environment.ML_MODELS_BUCKET),
    modelsOfRows: makeDynamoDbModelsOfRows({ client, tableName: environment.MODEL_REGISTRY_TABLE }),
  },
  narratives: { ...filesOf(environment.HEALTH_DATA_BUCKET), prefix: environment.TRAINING_DATA_PREFIX },
  telemetry,
});

const direct = makeHandler({ telemetry, parse: parsePreparationTask, run: runTask });

/** One task that fails is delivered again; the others of its batch are done. */
const isDone = async (task: PreparationTask): Promise<boolean> => {
  try {
    await runTask(task);
    return true;
  } catch (error) {
    telemetry.error('a preparation task failed', error, { task: task.task });
    return false;
  }
};

const fromQueue = makeQueueHandler({
  telemetry,
  parse: (message) => [parsePreparationTask(message)],
  run: async (tasks) => {
    const done: boolean[] = [];
    for (const task of tasks) done.push(await isDone(task));
    return done;
  },
});

export const handler = (event: unknown, context: LambdaContext): Promise<unknown> =>
  isQueueEvent(event) ? fromQueue(event, context) : direct(event, context);
