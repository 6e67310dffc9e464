import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { makeDynamoDbHealthRecords } from '../shared/adapters/dynamodb-health-records.ts';
import { makeS3ConditionalObjects } from '../shared/adapters/s3-conditional-objects.ts';
import { makeS3HealthExports } from '../shared/adapters/s3-health-exports.ts';
import { makeSqsNarrativeQueue } from '../shared/adapters/sqs-narrative-queue.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { openTombstones, tombstoneEnvironment } from '../shared/erasure/open-tombstones.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeImportHealthRecords } from './import-health-records.ts';
import { parseObjectCreatedEvent } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  ...tombstoneEnvironment,
  HEALTH_DATA_BUCKET: name,
  HEALTH_RECORDS_TABLE: name,
  NARRATIVES_QUEUE_URL: name,
});
const telemetry = makeFunctionTelemetry('importHealthRecords');
const s3 = telemetry.traced(new S3Client(clientSettings({ requestTimeoutMs: 60_000 })));
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
const sqs = telemetry.traced(new SQSClient(clientSettings()));
const bucket = environment.HEALTH_DATA_BUCKET;

export const handler = makeHandler({
  telemetry,
  parse: parseObjectCreatedEvent,
  throwFailures: true,
  run: makeImportHealthRecords({
    exports: makeS3HealthExports({ client: s3, bucket }),
    records: makeDynamoDbHealthRecords({ client: dynamoDb, tableName: environment.HEALTH_RECORDS_TABLE }),
    tombstones: openTombstones(environment, { client: dynamoDb, telemetry }),
    narratives: makeSqsNarrativeQueue(sqs, environment.NARRATIVES_QUEUE_URL),
    objects: makeS3ConditionalObjects({ client: s3, bucket, sleep: timerSleep, random: Math.random }),
    inflateRaw: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
    clock: systemClock,
    telemetry,
    bucket,
  }),
});
