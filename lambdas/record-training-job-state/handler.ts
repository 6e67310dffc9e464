import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { makeDynamoDbModelRegistry } from '../shared/adapters/dynamodb-model-registry.ts';
import { makeDynamoDbTrainingJobRows } from '../shared/adapters/dynamodb-training-job-rows.ts';
import { makeS3ModelArtifacts } from '../shared/adapters/s3-model-artifacts.ts';
import { makeS3PublishedModels } from '../shared/adapters/s3-published-models.ts';
import { describeTrainingJob } from '../shared/adapters/sagemaker-describe.ts';
import { makeSnsAlerts } from '../shared/adapters/sns-alerts.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeRecordTrainingJobState } from './record-training-job-state.ts';
import { parseTrainingJobStateEvent } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TRAINING_JOBS_TABLE: name,
  MODEL_REGISTRY_TABLE: name,
  ML_MODELS_BUCKET: name,
  ALERT_TOPIC_ARN: name,
});
const telemetry = makeFunctionTelemetry('recordTrainingJobState');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const sageMaker = telemetry.traced(new SageMakerClient(clientSettings()));
const sns = telemetry.traced(new SNSClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseTrainingJobStateEvent,
  throwFailures: true,
  run: makeRecordTrainingJobState({
    training: { describe: (jobName) => describeTrainingJob(sageMaker, jobName, timerSleep) },
    rows: makeDynamoDbTrainingJobRows({ client: dynamoDb, tableName: environment.TRAINING_JOBS_TABLE }),
    artifacts: makeS3ModelArtifacts({ client: s3 }),
    published: makeS3PublishedModels({ client: s3, bucket: environment.ML_MODELS_BUCKET }),
    registry: makeDynamoDbModelRegistry({ client: dynamoDb, tableName: environment.MODEL_REGISTRY_TABLE }),
    alerts: makeSnsAlerts({ client: sns, topicArn: environment.ALERT_TOPIC_ARN }),
    clock: systemClock,
    telemetry,
    bucket: environment.ML_MODELS_BUCKET,
  }),
});
