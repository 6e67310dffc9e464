import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { makeReviewQuietCustomers } from '../../lambdas/review-quiet-customers/review-quiet-customers.ts';
import {
  makeDynamoDbQuietCustomers,
  makeDynamoDbReviewRounds,
} from '../../lambdas/shared/adapters/dynamodb-customer-reviews.ts';
import { makeDynamoDbCustomerStates } from '../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import { makeDynamoDbOptOuts } from '../../lambdas/shared/adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbTombstones } from '../../lambdas/shared/adapters/dynamodb-tombstones.ts';
import { makeSnsAlerts } from '../../lambdas/shared/adapters/sns-alerts.ts';
import type { PredictionDeps } from '../../lambdas/shared/customer-predictions/prediction-deps.ts';
import { makeUpdateCustomerFeatures } from '../../lambdas/update-customer-features/update-customer-features.ts';
import { recordingTelemetry } from '../lambdas/support/recording-telemetry.ts';
import { updateSetUp } from '../lambdas/update-customer-features/update-set-up.ts';
import type { TestAws } from '../support/local-aws.ts';

const tableName = 'wellcast-CustomerState';

/** The use cases about customers on real stores, behind an endpoint of one's own, with a model in memory. */
export const faultedCustomers = (aws: TestAws, endpoint: string, clock: PredictionDeps['clock']) => {
  const { deps, world } = updateSetUp();
  const settings = {
    ...aws.client,
    endpoint,
    maxAttempts: 2,
    requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true },
  };
  const client = new DynamoDBClient(settings);
  const sns = new SNSClient(settings);
  const { telemetry } = recordingTelemetry();
  const table = (name: string) => ({
    client,
    tableName: name,
    sleep: async () => {},
    random: () => 0,
    telemetry,
  });
  const states = makeDynamoDbCustomerStates(table(tableName));
  const predicting: PredictionDeps = {
    ...deps,
    clock,
    states,
    optOuts: makeDynamoDbOptOuts(table('EmoCompanion')),
    tombstones: makeDynamoDbTombstones({
      ...table('wellcast-Erasures'),
      secret: { read: async () => 'k'.repeat(32) },
    }),
    alerts: makeSnsAlerts({
      client: sns,
      topicArn: 'arn:aws:sns:us-east-1:000000000000:mindmate-churn-alerts',
    }),
  };
  return {
    states,
    /** What the model thinks of everybody. */
    world,
    update: makeUpdateCustomerFeatures(predicting),
    review: () =>
      makeReviewQuietCustomers({
        ...predicting,
        quiet: makeDynamoDbQuietCustomers(client, tableName),
        rounds: makeDynamoDbReviewRounds(client, tableName),
      })({ scheduledAt: new Date(clock.now()).toISOString() }),
    close: () => {
      client.destroy();
      sns.destroy();
    },
  };
};
