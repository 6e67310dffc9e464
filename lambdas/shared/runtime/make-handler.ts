import { DomainError } from '../../../ml/domain-error.ts';
import { type HttpEvent, isHttpEvent, requestOfHttpEvent } from './api-gateway-event.ts';
import type { FunctionTelemetry } from './lean-telemetry.ts';
import { isScheduledEvent } from './scheduled-event.ts';
import { statusOfCode } from './status-of-code.ts';

/** What the runtime tells about an invocation. */
export interface LambdaContext {
  readonly awsRequestId: string;
}

export interface Answer {
  readonly statusCode: number;
  readonly body: unknown;
}

export interface HandlerOptions<Request, Result> {
  /** Checks the request; throws InvalidRequestError. */
  readonly parse: (input: unknown) => Request;
  /** Checks what came over HTTP, its caller and route included. @default the body as JSON is the request */
  readonly parseHttp?: (event: HttpEvent) => Request;
  readonly run: (request: Request, context: LambdaContext) => Promise<Result>;
  readonly telemetry: FunctionTelemetry;
  /**
   * Whether a failure of ours is thrown, so that AWS delivers the event again and in the end to a dead-letter
   * queue. For functions that events start; the others answer it, unless a schedule has started them.
   */
  readonly throwFailures?: boolean;
  /** Whether an answer leaves work undone that a repeat would do; to a schedule that is a failure too. */
  readonly isUnfinished?: (answer: Result) => boolean;
  /** The status of an answer. @default 200 */
  readonly statusOf?: (answer: Result) => number;
}

/** A failure told to AWS without its details, which are in the log under the correlation id. */
class InvocationFailedError extends Error {
  override readonly name = 'InvocationFailedError';
}

/**
 * The one way from an event to an answer: recognises HTTP and scheduled events, checks the request, runs the use
 * case and turns errors into `{ statusCode, body: { error: { code, message, … } } }`. Anything unknown becomes a
 * generic 500 with a correlation id, its details in the log only. Nobody reads what a schedule is answered, so to
 * one a failure of ours is thrown: Lambda tries again, counts an error and keeps the event.
 */
export const makeHandler =
  <Request, Result>(options: HandlerOptions<Request, Result>) =>
  (event: unknown, context: LambdaContext): Promise<unknown> =>
    options.telemetry.during(context.awsRequestId, async () => {
      const overHttp = isHttpEvent(event);
      const isScheduled = isScheduledEvent(event);
      options.telemetry.count('Requests');
      let answer: Answer;
      let isLost: boolean;
      try {
        const { parse, parseHttp = (http) => parse(requestOfHttpEvent(http)) } = options;
        const request = overHttp ? parseHttp(event) : parse(isScheduled ? event.detail : (event ?? {}));
        const body = await options.run(request, context);
        answer = { statusCode: options.statusOf?.(body) ?? 200, body };
        isLost = isScheduled && options.isUnfinished?.(body) === true;
      } catch (error) {
        answer = answerToError(error, { correlationId: context.awsRequestId, telemetry: options.telemetry });
        isLost = (options.throwFailures === true || isScheduled) && answer.statusCode >= 500;
      }
      if (isLost) {
        throw new InvocationFailedError(`Failed; see the log with correlation id ${context.awsRequestId}.`);
      }
      return overHttp ? httpAnswer(answer) : answer;
    });

const answerToError = (
  error: unknown,
  { correlationId, telemetry }: { correlationId: string; telemetry: FunctionTelemetry },
): Answer => {
  if (!(error instanceof DomainError)) {
    telemetry.count('FailedRequests');
    telemetry.error('request failed unexpectedly', error, { statusCode: 500 });
    const message = `Something failed on our side; the log has the details under correlation id ${correlationId}.`;
    return { statusCode: 500, body: { error: { code: 'internal', message, correlationId } } };
  }
  const statusCode = statusOfCode(error.code);
  const facts = { code: error.code, statusCode };
  if (statusCode < 500) {
    telemetry.count('RefusedRequests');
    telemetry.warn('request refused', facts);
  } else {
    telemetry.count('FailedRequests');
    telemetry.error('request failed', error, facts);
  }
  return { statusCode, body: { error: { code: error.code, message: error.message, ...error.data } } };
};

const httpAnswer = ({ statusCode, body }: Answer) => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});
