import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { makeDynamoDbFeatureSets } from '../shared/adapters/dynamodb-feature-sets.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makePreparationApp } from './app.ts';
import { serveEvents } from './http/serve-event.ts';

const name = z.string().min(1);
const environment = parseEnvironment({ FEATURE_SETS_TABLE: name });
const telemetry = makeLeanTelemetry('serveDataPreparation');
const client = telemetry.traced(new DynamoDBClient(clientSettings({ requestTimeoutMs: 5_000 })));

const app = makePreparationApp({
  featureSets: makeDynamoDbFeatureSets({ client, tableName: environment.FEATURE_SETS_TABLE }),
  clock: systemClock,
  telemetry,
});

export const handler = serveEvents(app, telemetry);
