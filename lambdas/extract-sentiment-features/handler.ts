import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { makeSentimentAnalyser } from '../shared/adapters/sentiment-analyser.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeExtractSentimentFeatures } from './extract-sentiment-features.ts';
import { parseSentimentFeatureRequest } from './schema.ts';

const environment = parseEnvironment({
  TABLE_NAME: z.string().min(1),
  SENTIMENT_PROVIDER: z.enum(['lexicon', 'comprehend']),
});
const telemetry = makeFunctionTelemetry('extractSentimentFeatures');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseSentimentFeatureRequest,
  run: makeExtractSentimentFeatures({
    journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
    clock: systemClock,
    telemetry,
    sentiment: makeSentimentAnalyser(environment.SENTIMENT_PROVIDER, telemetry),
  }),
});
