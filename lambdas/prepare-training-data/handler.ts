import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { makeDynamoDbDatasetRuns } from '../shared/adapters/dynamodb-dataset-runs.ts';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { makeDynamoDbSampleLineage } from '../shared/adapters/dynamodb-sample-lineage.ts';
import { makeLambdaFeatureExtractor } from '../shared/adapters/lambda-feature-extractor.ts';
import { makeLambdaTrainingTrigger } from '../shared/adapters/lambda-training-trigger.ts';
import { makeS3DatasetStore } from '../shared/adapters/s3-dataset-store.ts';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { makeSecretsManagerSecret } from '../shared/adapters/secrets-manager-secret.ts';
import { makeStepFunctionsPipelines } from '../shared/adapters/step-functions-pipelines.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { openUserDirectory, userDirectoryEnvironment } from '../shared/erasure/open-user-directory.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makePrepareTrainingData } from './prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...userDirectoryEnvironment,
  TRAINING_JOBS_TABLE: name,
  SAMPLE_LINEAGE_TABLE: name,
  ML_MODELS_BUCKET: name,
  SAMPLE_ID_SECRET: name,
  MOOD_FUNCTION: name,
  BEHAVIORAL_FUNCTION: name,
  SENTIMENT_FUNCTION: name,
  TRIGGER_FUNCTION: name,
  TRAINING_WORK_BUCKET: name,
  TRAINING_PIPELINE_ARN: name,
  DIRECT_MODE_MAX_USERS: z.coerce.number().int().min(0),
  USER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(25),
});
const telemetry = makeFunctionTelemetry('prepareTrainingData');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const stepFunctions = telemetry.traced(new SFNClient(clientSettings()));
const secrets = telemetry.traced(new SecretsManagerClient(clientSettings()));
// Retries are the adapter's own, so that they are counted; an answer may take a function's whole time limit.
const lambda = telemetry.traced(
  new LambdaClient(clientSettings({ maxAttempts: 1, requestTimeoutMs: 130_000 })),
);
const waiting = { sleep: timerSleep, random: Math.random };
const invoking = { client: lambda, telemetry, ...waiting };

const prepareTrainingData = makePrepareTrainingData({
  users: openUserDirectory(environment, { client: dynamoDb, telemetry }),
  journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
  features: makeLambdaFeatureExtractor(invoking, {
    mood: environment.MOOD_FUNCTION,
    behavioral: environment.BEHAVIORAL_FUNCTION,
    sentiment: environment.SENTIMENT_FUNCTION,
  }),
  store: makeS3DatasetStore({ client: s3, bucket: environment.ML_MODELS_BUCKET, ...waiting }),
  lineage: makeDynamoDbSampleLineage({
    client: dynamoDb,
    tableName: environment.SAMPLE_LINEAGE_TABLE,
    telemetry,
    ...waiting,
  }),
  runs: makeDynamoDbDatasetRuns({ client: dynamoDb, tableName: environment.TRAINING_JOBS_TABLE }),
  sampleSecret: makeSecretsManagerSecret({ client: secrets, secretId: environment.SAMPLE_ID_SECRET }),
  pipelines: makeStepFunctionsPipelines({
    client: stepFunctions,
    stateMachineArn: environment.TRAINING_PIPELINE_ARN,
  }),
  workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
  directModeMaxUsers: environment.DIRECT_MODE_MAX_USERS,
  training: makeLambdaTrainingTrigger(invoking, environment.TRIGGER_FUNCTION),
  clock: systemClock,
  telemetry,
  userConcurrency: environment.USER_CONCURRENCY,
});

export const handler = makeHandler({
  telemetry,
  parse: parsePrepareTrainingDataRequest,
  run: (request, context) => prepareTrainingData(request, context.awsRequestId),
  isUnfinished: (answer) => 'trainingError' in answer,
  statusOf: (answer) => ('executionArn' in answer ? 202 : 200),
});
