import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  makeDynamoDbQuietCustomers,
  makeDynamoDbReviewRounds,
} from '../shared/adapters/dynamodb-customer-reviews.ts';
import {
  openPredictionDeps,
  predictionEnvironment,
} from '../shared/customer-predictions/open-prediction-deps.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makeReviewQuietCustomers } from './review-quiet-customers.ts';
import { parseReviewQuietCustomersRequest } from './schema.ts';

const environment = parseEnvironment(predictionEnvironment);
const telemetry = makeFunctionTelemetry('reviewQuietCustomers');
const client = telemetry.traced(new DynamoDBClient(clientSettings()));

export const handler = makeHandler({
  telemetry,
  parse: parseReviewQuietCustomersRequest,
  run: makeReviewQuietCustomers({
    ...openPredictionDeps(environment, { client, telemetry }),
    quiet: makeDynamoDbQuietCustomers(client, environment.CUSTOMER_STATE_TABLE),
    rounds: makeDynamoDbReviewRounds(client, environment.CUSTOMER_STATE_TABLE),
  }),
  isUnfinished: ({ customersFailed }) => customersFailed > 0,
});
