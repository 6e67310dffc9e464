import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbTrainingClaims } from '../shared/adapters/dynamodb-training-claims.ts';
import { makeS3ConditionalObjects } from '../shared/adapters/s3-conditional-objects.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { maxPartBytes, narrativeEnvironment } from '../shared/narratives/narrative-environment.ts';
import { trainingLayout } from '../shared/narratives/training-layout.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeCompactTrainingData } from './compact-training-data.ts';
import { parseCompactTrainingDataRequest } from './schema.ts';

const environment = parseEnvironment({
  ...narrativeEnvironment,
  MAX_FILE_BYTES: z.coerce.number().int().min(maxPartBytes),
});
const telemetry = makeFunctionTelemetry('compactTrainingData');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const retrying = { sleep: timerSleep, random: Math.random, telemetry };

export const handler = makeHandler({
  telemetry,
  parse: parseCompactTrainingDataRequest,
  run: makeCompactTrainingData({
    claims: makeDynamoDbTrainingClaims({
      ...retrying,
      client: dynamoDb,
      tableName: environment.TRAINING_EXAMPLES_TABLE,
    }),
    objects: makeS3ConditionalObjects({ ...retrying, client: s3, bucket: environment.HEALTH_DATA_BUCKET }),
    clock: systemClock,
    telemetry,
    newId: randomUUID,
    layout: trainingLayout(environment.TRAINING_DATA_PREFIX),
    maxFileBytes: environment.MAX_FILE_BYTES,
    maxPartBytes,
  }),
  isUnfinished: ({ unfinished }) => unfinished > 0,
});
