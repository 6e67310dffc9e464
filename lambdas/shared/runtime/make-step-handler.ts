import { DomainError } from '../../../ml/domain-error.ts';
import type { FunctionTelemetry } from './lean-telemetry.ts';
import type { LambdaContext } from './make-handler.ts';
import { statusOfCode } from './status-of-code.ts';

/** What another try would not change. Workflows name it among the errors that they do not retry. */
export class RefusedError extends Error {
  override readonly name = 'Refused';
}

/** What another try may make good. */
export class StepFailedError extends Error {
  override readonly name = 'StepFailed';
}

export interface StepHandlerOptions<Request, Result> {
  /** Checks what the workflow hands over; throws InvalidRequestError. */
  readonly parse: (input: unknown) => Request;
  readonly run: (request: Request, context: LambdaContext) => Promise<Result>;
  readonly telemetry: FunctionTelemetry;
}

/** Codes of the server's own fault that repeat themselves all the same. */
const finalCodes: ReadonlySet<string> = new Set(['too-many-failures']);

/**
 * The handler of a workflow's step: the result itself is the answer, and a failure is thrown under one of two names,
 * which the workflow tells apart. An execution's history is read by whoever may see executions, so it says no more
 * than a caller would be told; the log has the rest.
 */
export const makeStepHandler =
  <Request, Result>({ parse, run, telemetry }: StepHandlerOptions<Request, Result>) =>
  (event: unknown, context: LambdaContext): Promise<Result> =>
    telemetry.during(context.awsRequestId, async () => {
      telemetry.count('Requests');
      try {
        return await run(parse(event), context);
      } catch (error) {
        throw told(error, { telemetry, correlationId: context.awsRequestId });
      }
    });

const told = (
  error: unknown,
  { telemetry, correlationId }: { telemetry: FunctionTelemetry; correlationId: string },
): Error => {
  if (error instanceof DomainError) {
    const { code, message } = error;
    const isFinal = statusOfCode(code) < 500 || finalCodes.has(code);
    telemetry.count(isFinal ? 'RefusedRequests' : 'FailedRequests');
    telemetry.error('step failed', error, { code });
    const text = `${code}: ${message}`;
    return isFinal ? new RefusedError(text) : new StepFailedError(text);
  }
  telemetry.count('FailedRequests');
  telemetry.error('step failed unexpectedly', error);
  return new StepFailedError(`internal: the log has the details under correlation id ${correlationId}.`);
};
