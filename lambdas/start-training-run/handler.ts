import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { makeDynamoDbTrainingRuns } from '../shared/adapters/dynamodb-training-runs.ts';
import { invokeFunction } from '../shared/adapters/lambda-function.ts';
import { timerSleep } from '../shared/adapters/timer-sleep.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeLeanTelemetry } from '../shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { parseStartTrainingRunRequest } from './schema.ts';
import { makeStartTrainingRun } from './start-training-run.ts';

const name = z.string().min(1);
const environment = parseEnvironment({ PREPARATION_JOBS_TABLE: name, PREPARE_FUNCTION: name });
const telemetry = makeLeanTelemetry('startTrainingRun');
const dynamoDb = telemetry.traced(new DynamoDBClient(clientSettings()));
// It waits as long as the preparation may take; retries are the adapter's own.
const lambda = telemetry.traced(
  new LambdaClient(clientSettings({ maxAttempts: 1, requestTimeoutMs: 890_000 })),
);
const invoking = { client: lambda, sleep: timerSleep, random: Math.random, telemetry };

export const handler = makeHandler({
  telemetry,
  parse: parseStartTrainingRunRequest,
  throwFailures: true,
  run: makeStartTrainingRun({
    runs: makeDynamoDbTrainingRuns({
      client: dynamoDb,
      tableName: environment.PREPARATION_JOBS_TABLE,
    }),
    prepare: (request) => invokeFunction(invoking, environment.PREPARE_FUNCTION, request),
    telemetry,
  }),
});
