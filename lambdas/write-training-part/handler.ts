import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbSampleLineage } from '../shared/adapters/dynamodb-sample-lineage.ts';
import { makeS3DatasetStore } from '../shared/adapters/s3-dataset-store.ts';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeStepHandler } from '../shared/runtime/make-step-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { parseWriteTrainingPartRequest } from './schema.ts';
import { makeWriteTrainingPart } from './write-training-part.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TRAINING_WORK_BUCKET: name,
  ML_MODELS_BUCKET: name,
  SAMPLE_LINEAGE_TABLE: name,
});
const telemetry = makeFunctionTelemetry('writeTrainingPart');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const waiting = { sleep: timerSleep, random: Math.random };

export const handler = makeStepHandler({
  telemetry,
  parse: parseWriteTrainingPartRequest,
  run: makeWriteTrainingPart({
    workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
    store: makeS3DatasetStore({ client: s3, bucket: environment.ML_MODELS_BUCKET, ...waiting }),
    lineage: makeDynamoDbSampleLineage({
      client: dynamoDb,
      tableName: environment.SAMPLE_LINEAGE_TABLE,
      telemetry,
      ...waiting,
    }),
    telemetry,
  }),
});
