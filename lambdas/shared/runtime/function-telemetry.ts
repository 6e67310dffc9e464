import { Tracer } from '@aws-lambda-powertools/tracer';
import { type FunctionTelemetry, makeLeanTelemetry } from './lean-telemetry.ts';

/**
 * Powertools logger, metrics and tracer as one port, with metrics in the namespace `wellcast`.
 *
 * The tracer wraps SDK clients only: captured responses and errors would carry health data into traces.
 *
 * @param functionName - the use case, such as `prepareTrainingData`
 */
export const makeFunctionTelemetry = (functionName: string): FunctionTelemetry => {
  const lean = makeLeanTelemetry(functionName);
  const serviceName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? functionName;
  const tracer = new Tracer({ serviceName, captureHTTPsRequests: false });
  return { ...lean, traced: (client) => tracer.captureAWSv3Client(lean.traced(client)) };
};
