import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { FunctionTelemetry } from '../../shared/runtime/lean-telemetry.ts';
import type { LambdaContext } from '../../shared/runtime/make-handler.ts';
import { problemOfError } from '../problems/problem-of-error.ts';
import { AnswerTooLargeError } from '../problems/request-errors.ts';
import type { PreparationEnv } from './preparation-env.ts';

/** The parts of an API Gateway payload v2 event that make an HTTP request. */
const Event = z.object({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ http: z.object({ method: z.string() }) }),
});

const requestOf = (event: z.infer<typeof Event>): Request => {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`;
  // The gateway's name and the body's length are of no use here, and some header would be refused.
  const type = event.headers['content-type'];
  return new Request(`https://gateway${event.rawPath}${query}`, {
    method,
    ...(type !== undefined && { headers: { 'content-type': type } }),
    ...(event.body !== undefined &&
      !['GET', 'HEAD'].includes(method) && {
        body: Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8'),
      }),
  });
};

/** Lambda's limit of 6 MB, less what quoting the answer within its own adds. */
const maxAnswerBytes = 4 * 1024 * 1024;

const tooLarge = (requestId: string) => {
  const problem = problemOfError(new AnswerTooLargeError(maxAnswerBytes), requestId);
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return { statusCode: problem.status, headers, body: JSON.stringify(problem) };
};

/**
 * Lets an app answer the events of an HTTP API, within one invocation's telemetry.
 *
 * @throws {z.ZodError} when the event is none of an HTTP API: this function is called in no other way
 */
export const serveEvents =
  (app: OpenAPIHono<PreparationEnv>, telemetry: FunctionTelemetry) =>
  (event: unknown, context: LambdaContext) =>
    telemetry.during(context.awsRequestId, async () => {
      telemetry.count('Requests');
      const request = requestOf(Event.parse(event));
      const response = await app.fetch(request, { event, requestId: context.awsRequestId });
      const body = await response.text();
      if (Buffer.byteLength(body) > maxAnswerBytes) return tooLarge(context.awsRequestId);
      return { statusCode: response.status, headers: Object.fromEntries(response.headers), body };
    });
