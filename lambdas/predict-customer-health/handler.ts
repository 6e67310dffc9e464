import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import * as z from 'zod';
import { makeSageMakerCustomerScorer } from '../shared/adapters/sagemaker-customer-scorer.ts';
import { clientSettings } from '../shared/runtime/client-settings.ts';
import { makeFunctionTelemetry } from '../shared/runtime/function-telemetry.ts';
import { makeHandler } from '../shared/runtime/make-handler.ts';
import { parseEnvironment } from '../shared/runtime/parse-environment.ts';
import { makePredictCustomerHealth } from './predict-customer-health.ts';
import { parsePredictCustomerHealth } from './schema.ts';

const environment = parseEnvironment({ ENDPOINT_NAME: z.string().min(1) });
const telemetry = makeFunctionTelemetry('predictCustomerHealth');
// A serverless endpoint that has slept takes some seconds to wake.
const client = telemetry.traced(
  new SageMakerRuntimeClient(clientSettings({ requestTimeoutMs: 25_000, maxAttempts: 2 })),
);

export const handler = makeHandler({
  telemetry,
  parse: parsePredictCustomerHealth,
  run: makePredictCustomerHealth({
    scorer: makeSageMakerCustomerScorer({ client, endpointName: environment.ENDPOINT_NAME }),
    telemetry,
  }),
});
