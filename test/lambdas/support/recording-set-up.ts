import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import {
  makeRecordTrainingJobState,
  type RecordTrainingJobStateDeps,
} from '../../../lambdas/record-training-job-state/record-training-job-state.ts';
import { parseTrainingJobStateEvent } from '../../../lambdas/record-training-job-state/schema.ts';
import { makeDynamoDbModelRegistry } from '../../../lambdas/shared/adapters/dynamodb-model-registry.ts';
import { makeDynamoDbTrainingJobRows } from '../../../lambdas/shared/adapters/dynamodb-training-job-rows.ts';
import { fakeClock } from './fake-clock.ts';
import { goodMetrics } from './model-metrics.ts';
import { recordingTelemetry } from './recording-telemetry.ts';
import { startDynamoDb } from './start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
/** Starts the tables for one test file. */
export const useTables = (): void => {
  beforeAll(async () => {
    db = await startDynamoDb();
  });
  afterAll(() => db.close());
};

const TrainingJobs = 'MindMate-TrainingJobs';
const Registry = 'MindMate-ModelRegistry';

/** The use case over DynamoDB, with the rest in memory. */
export const setUpRecording = (more: Partial<RecordTrainingJobStateDeps> = {}) => {
  const sent: { subject: string; message: string }[] = [];
  const clock = fakeClock();
  const { telemetry, counts } = recordingTelemetry();
  const deps: RecordTrainingJobStateDeps = {
    training: { describe: async () => undefined },
    rows: makeDynamoDbTrainingJobRows({ client: db.client, tableName: TrainingJobs }),
    registry: makeDynamoDbModelRegistry({ client: db.client, tableName: Registry }),
    artifacts: { readMetrics: async () => JSON.stringify(goodMetrics), readFiles: async () => new Map() },
    published: { store: async () => 's3://models/models/lstm-autoencoder/' },
    alerts: {
      send: async (alert) => {
        sent.push(alert);
      },
    },
    clock: clock.clock,
    telemetry,
    bucket: 'models',
    ...more,
  };
  const record = makeRecordTrainingJobState(deps);
  return {
    deps,
    sent,
    counts,
    clock,
    record: (jobName: string, status: string, detail: object = {}) =>
      record(parseTrainingJobStateEvent(event(jobName, status, detail))),
  };
};

const event = (jobName: string, status: string, detail: object) => ({
  version: '0',
  source: 'aws.sagemaker',
  'detail-type': 'SageMaker Training Job State Change',
  detail: {
    TrainingJobName: jobName,
    TrainingJobStatus: status,
    OutputDataConfig: { S3OutputPath: 's3://models/models/crisis/' },
    LastModifiedTime: Date.UTC(2025, 5, 20),
    ...(status === 'Completed'
      ? { ModelArtifacts: { S3ModelArtifacts: `s3://models/models/crisis/${jobName}/output/model.tar.gz` } }
      : {}),
    ...(status === 'Failed' ? { FailureReason: 'AlgorithmError: no rows\nexit code: 1' } : {}),
    ...detail,
  },
});

const documents = () => DynamoDBDocumentClient.from(db.client);
export const rowOf = async (jobName: string) =>
  (await documents().send(new GetCommand({ TableName: TrainingJobs, Key: { jobId: `training#${jobName}` } })))
    .Item;
export const versionsOf = async (jobName: string, modelName = 'crisis') => {
  const page = await documents().send(
    new QueryCommand({
      TableName: Registry,
      KeyConditionExpression: 'modelName = :name',
      ExpressionAttributeValues: { ':name': modelName },
    }),
  );
  return (page.Items ?? []).filter((item) => item['jobName'] === jobName);
};
