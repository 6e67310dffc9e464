import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { makeS3Workspace } from '../shared/adapters/s3-workspace.ts';
import { makeSentimentAnalyser } from '../shared/adapters/sentiment-analyser.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeStepHandler } from '../shared/runtime/make-step-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeExtractTrainingShard } from './extract-training-shard.ts';
import { parseExtractTrainingShardRequest } from './schema.ts';

const name = z.string().min(1);
const environment = parseEnvironment({
  TABLE_NAME: name,
  TRAINING_WORK_BUCKET: name,
  SENTIMENT_PROVIDER: z.enum(['lexicon', 'comprehend']),
  USER_CONCURRENCY: z.coerce.number().int().min(1).max(200),
});
const telemetry = makeFunctionTelemetry('extractTrainingShard');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings({ maxAttempts: 8 })));
const s3 = telemetry.traced(new S3Client(clientSettings()));

export const handler = makeStepHandler({
  telemetry,
  parse: parseExtractTrainingShardRequest,
  run: makeExtractTrainingShard({
    journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
    workspace: makeS3Workspace({ client: s3, bucket: environment.TRAINING_WORK_BUCKET }),
    sentiment: makeSentimentAnalyser(environment.SENTIMENT_PROVIDER, telemetry),
    clock: systemClock,
    telemetry,
    userConcurrency: environment.USER_CONCURRENCY,
  }),
});
