import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbDatasetRuns } from '../shared/adapters/dynamodb-dataset-runs.ts';
import { makeLambdaTrainingTrigger } from '../shared/adapters/lambda-training-trigger.ts';
import { makeS3DatasetStore } from '../shared/adapters/s3-dataset-store.ts';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeStepHandler } from '../shared/runtime/make-step-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeCompleteTrainingDataset } from './complete-training-dataset.ts';
import { parseCompleteTrainingDatasetRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TRAINING_WORK_BUCKET: name,
  ML_MODELS_BUCKET: name,
  TRAINING_JOBS_TABLE: name,
  TRIGGER_FUNCTION: name,
});
const telemetry = makeFunctionTelemetry('completeTrainingDataset');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
// Retries are the adapter's own, so that they are counted; an answer may take the function's whole time limit.
const lambda = telemetry.traced(
  new LambdaClient(clientSettings({ maxAttempts: 1, requestTimeoutMs: 130_000 })),
);
const waiting = { sleep: timerSleep, random: Math.random };

export const handler = makeStepHandler({
  telemetry,
  parse: parseCompleteTrainingDatasetRequest,
  run: makeCompleteTrainingDataset({
    workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
    store: makeS3DatasetStore({ client: s3, bucket: environment.ML_MODELS_BUCKET, ...waiting }),
    parts: makeS3Workspace({ client: s3, bucket: environment.ML_MODELS_BUCKET }),
    runs: makeDynamoDbDatasetRuns({ client: dynamoDb, tableName: environment.TRAINING_JOBS_TABLE }),
    training: makeLambdaTrainingTrigger(
      { client: lambda, telemetry, ...waiting },
      environment.TRIGGER_FUNCTION,
    ),
    telemetry,
  }),
});
