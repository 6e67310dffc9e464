import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import * as z from 'zod';
import { makeDynamoDbTrainingJobRows } from '../shared/adapters/dynamodb-training-job-rows.ts';
import { makeS3DatasetReader } from '../shared/adapters/s3-dataset-reader.ts';
import { makeSageMakerTraining } from '../shared/adapters/sagemaker-training.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { parseTriggerModelTrainingRequest } from './schema.ts';
import { makeTriggerModelTraining } from './trigger-model-training.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TRAINING_JOBS_TABLE: name,
  ML_MODELS_BUCKET: name,
  TRAINING_IMAGE: name,
  TRAINING_ROLE_ARN: name,
  TRAINING_VOLUME_KEY: z.string().default(''),
  TRAINING_OUTPUT_KEY: z.string().default(''),
  TRAINING_INSTANCE_TYPE: name,
  TRAINING_USE_SPOT: z.enum(['true', 'false']),
  TRAINING_JOB_PREFIX: name,
});
const telemetry = makeFunctionTelemetry('triggerModelTraining');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const sageMaker = telemetry.traced(new SageMakerClient(clientSettings({ requestTimeoutMs: 30_000 })));

export const handler = makeHandler({
  telemetry,
  parse: parseTriggerModelTrainingRequest,
  run: makeTriggerModelTraining({
    datasets: makeS3DatasetReader({ client: s3 }),
    training: makeSageMakerTraining({
      client: sageMaker,
      sleep: timerSleep,
      settings: {
        image: environment.TRAINING_IMAGE,
        roleArn: environment.TRAINING_ROLE_ARN,
        volumeKeyId: environment.TRAINING_VOLUME_KEY,
        outputKeyId: environment.TRAINING_OUTPUT_KEY,
        instanceType: environment.TRAINING_INSTANCE_TYPE,
        useSpot: environment.TRAINING_USE_SPOT === 'true',
        bucket: environment.ML_MODELS_BUCKET,
      },
    }),
    rows: makeDynamoDbTrainingJobRows({ client: dynamoDb, tableName: environment.TRAINING_JOBS_TABLE }),
    clock: systemClock,
    telemetry,
    bucket: environment.ML_MODELS_BUCKET,
    namePrefix: environment.TRAINING_JOB_PREFIX,
  }),
});
