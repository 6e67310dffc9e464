import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { systemClock } from '../shared/adapters/system-clock.ts';
import {
  openPredictionDeps,
  predictionEnvironment,
} from '../shared/customer-predictions/open-prediction-deps.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import type { LambdaContext } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { isStreamEvent, makeStreamHandler } from '../shared/runtime/stream-event.ts';
import { parseCustomerEvent } from './schema.ts';
import { makeUpdateCustomerFeatures } from './update-customer-features.ts';

const environment = parseEnvironment(predictionEnvironment);
const telemetry = makeFunctionTelemetry('updateCustomerFeatures');
const client = telemetry.traced(new DynamoDBClient(clientSettings()));

const fromStream = makeStreamHandler({
  telemetry,
  parse: (message) => parseCustomerEvent(message, systemClock.now()),
  run: makeUpdateCustomerFeatures(openPredictionDeps(environment, { client, telemetry })),
});

export const handler = async (event: unknown, context: LambdaContext): Promise<unknown> => {
  if (isStreamEvent(event)) return fromStream(event, context);
  throw new TypeError('This function takes records of the stream of customer events, and nothing else.');
};
