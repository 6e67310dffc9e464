import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { makeDynamoDbCustomerStates } from '../adapters/dynamodb-customer-states.ts';
import { makeDynamoDbOptOuts } from '../adapters/dynamodb-opt-outs.ts';
import { makeLambdaCustomerScorer } from '../adapters/lambda-customer-scorer.ts';
import { makeSnsAlerts } from '../adapters/sns-alerts.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { timerSleep } from '../adapters/timer-sleep.ts';
import { openTombstones, tombstoneEnvironment } from '../erasure/open-tombstones.ts';
import { clientSettings } from '../runtime/client-settings.ts';
import type { FunctionTelemetry } from '../runtime/lean-telemetry.ts';
import type { PredictionDeps } from './prediction-deps.ts';

const name = z.string().min(1);

/** The variables of every function that predicts customers from what is kept of them. */
export const predictionEnvironment = {
  CUSTOMER_STATE_TABLE: name,
  TABLE_NAME: name,
  ...tombstoneEnvironment,
  PREDICT_FUNCTION: name,
  CHURN_ALERTS_TOPIC_ARN: name,
};

/** What every such function is wired to. */
export const openPredictionDeps = (
  environment: Readonly<Record<keyof typeof predictionEnvironment, string>>,
  { client, telemetry }: { readonly client: DynamoDBClient; readonly telemetry: FunctionTelemetry },
): PredictionDeps => {
  // Each retry is the adapter's own, so that it is counted; a cold endpoint takes its time.
  const lambda = telemetry.traced(
    new LambdaClient(clientSettings({ maxAttempts: 1, requestTimeoutMs: 70_000 })),
  );
  const retrying = { sleep: timerSleep, random: Math.random, telemetry };
  return {
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
  };
};
