import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbDatasetRuns } from '../shared/adapters/dynamodb-dataset-runs.ts';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { openUserDirectory, userDirectoryEnvironment } from '../shared/erasure/open-user-directory.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeStepHandler } from '../shared/runtime/make-step-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeListTrainingShards } from './list-training-shards.ts';
import { parseListTrainingShardsRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...userDirectoryEnvironment,
  TRAINING_JOBS_TABLE: name,
  TRAINING_WORK_BUCKET: name,
  USERS_PER_SHARD: z.coerce.number().int().min(1),
});
const telemetry = makeFunctionTelemetry('listTrainingShards');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings()));

export const handler = makeStepHandler({
  telemetry,
  parse: parseListTrainingShardsRequest,
  run: makeListTrainingShards({
    users: openUserDirectory(environment, { client: dynamoDb, telemetry }),
    runs: makeDynamoDbDatasetRuns({ client: dynamoDb, tableName: environment.TRAINING_JOBS_TABLE }),
    workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
    clock: systemClock,
    telemetry,
    usersPerShard: environment.USERS_PER_SHARD,
  }),
});
