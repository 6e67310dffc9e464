import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeComprehendSentiment } from '../shared/adapters/comprehend-sentiment.ts';
import { makeDynamoDbJournalReader } from '../shared/adapters/dynamodb-journal-reader.ts';
import { lexiconAnalyser } from '../shared/adapters/lexicon-analyser.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
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

const makeComprehend = () =>
  makeComprehendSentiment({
    // Retries are the adapter's own, so that they are counted.
    client: telemetry.traced(new ComprehendClient(clientSettings({ maxAttempts: 1 }))),
    sleep: timerSleep,
    random: Math.random,
    telemetry,
  });

export const handler = makeHandler({
  telemetry,
  parse: parseSentimentFeatureRequest,
  run: makeExtractSentimentFeatures({
    journals: makeDynamoDbJournalReader({ client: dynamoDb, tableName: environment.TABLE_NAME }),
    clock: systemClock,
    telemetry,
    sentiment: environment.SENTIMENT_PROVIDER === 'comprehend' ? makeComprehend() : lexiconAnalyser,
  }),
});
