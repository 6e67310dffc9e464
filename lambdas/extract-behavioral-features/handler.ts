import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeExtractBehavioralFeatures } from './extract-behavioral-features.ts';
import { parseBehavioralFeatureRequest } from './schema.ts';

const environment = parseEnvironment({ TABLE_NAME: z.string().min(1) });
const telemetry = makeFunctionTelemetry('extractBehavioralFeatures');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseBehavioralFeatureRequest,
  run: makeExtractBehavioralFeatures({
    journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
    clock: systemClock,
    telemetry,
  }),
});
