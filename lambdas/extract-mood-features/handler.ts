import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeExtractMoodFeatures } from './extract-mood-features.ts';
import { parseMoodFeatureRequest } from './schema.ts';

const environment = parseEnvironment({ TABLE_NAME: z.string().min(1) });
const telemetry = makeFunctionTelemetry('extractMoodFeatures');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseMoodFeatureRequest,
  run: makeExtractMoodFeatures({
    journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
    clock: systemClock,
    telemetry,
  }),
});
