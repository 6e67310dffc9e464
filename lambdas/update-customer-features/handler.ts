import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { makeDynamoDbCustomerStates } from '../shared/adapters/dynamodb-customer-states.ts';
import { makeDynamoDbOptOuts } from '../shared/adapters/dynamodb-opt-outs.ts';
import { makeLambdaCustomerScorer } from '../shared/adapters/lambda-customer-scorer.ts';
import { makeSnsAlerts } from '../shared/adapters/sns-alerts.ts';
import { systemClock } from '../shared/adapters/system-clock.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { openTombstones, tombstoneEnvironment } from '../shared/erasure/open-tombstones.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import type { LambdaContext } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { isStreamEvent, makeStreamHandler } from '../shared/runtime/stream-event.ts';
import { parseCustomerEvent } from './schema.ts';
import { makeUpdateCustomerFeatures } from './update-customer-features.ts';

const environment = parseEnvironment({
  CUSTOMER_STATE_TABLE: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  ...tombstoneEnvironment,
  PREDICT_FUNCTION: z.string().min(1),
  CHURN_ALERTS_TOPIC_ARN: z.string().min(1),
});
const telemetry = makeFunctionTelemetry('updateCustomerFeatures');
const client = telemetry.traced(new DynamoDBClient(clientSettings()));
// Each retry is the adapter's own, so that it is counted; a cold endpoint takes its time.
const lambda = telemetry.traced(
  new LambdaClient(clientSettings({ maxAttempts: 1, requestTimeoutMs: 70_000 })),
);
const retrying = { sleep: timerSleep, random: Math.random, telemetry };

const fromStream = makeStreamHandler({
  telemetry,
  parse: (message) => parseCustomerEvent(message, systemClock.now()),
  run: makeUpdateCustomerFeatures({
    states: makeDynamoDbCustomerStates({
      ...retrying,
      client,
      tableName: environment.CUSTOMER_STATE_TABLE,
    }),
    tombstones: openTombstones(environment, { client, telemetry }),
    optOuts: makeDynamoDbOptOuts({ ...retrying, client, tableName: environment.TABLE_NAME }),
    scorer: makeLambdaCustomerScorer({ ...retrying, client: lambda }, environment.PREDICT_FUNCTION),
    alerts: makeSnsAlerts({
      client: telemetry.traced(new SNSClient(clientSettings())),
      topicArn: environment.CHURN_ALERTS_TOPIC_ARN,
    }),
    clock: systemClock,
    telemetry,
    newId: randomUUID,
  }),
});

export const handler = async (event: unknown, context: LambdaContext): Promise<unknown> => {
  if (isStreamEvent(event)) return fromStream(event, context);
  throw new TypeError('This function takes records of the stream of customer events, and nothing else.');
};
