import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FunctionTelemetry } from '../../../../lambdas/shared/runtime/lean-telemetry.ts';
import { makeHandler } from '../../../../lambdas/shared/runtime/make-handler.ts';
import { parseRequest } from '../../../../lambdas/shared/runtime/parse-request.ts';
import { OptedOutError } from '../../../../lambdas/shared/user-errors.ts';
import { DomainError } from '../../../../ml/domain-error.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';

const Request = z.strictObject({ days: z.int({ error: 'an integer' }).default(30) }, { error: 'an object' });
const context = { awsRequestId: 'request-1' };

class UnlistedError extends DomainError {
  readonly code = 'unlisted';
}

const handlerOf = (run: (request: { days: number }) => Promise<unknown>, throwFailures = false) => {
  const { telemetry: recorded, lines, counts } = recordingTelemetry();
  const telemetry: FunctionTelemetry = {
    ...recorded,
    during: (_, work) => work(),
    traced: (client) => client,
  };
  const parse = (input: unknown) => parseRequest(Request, input);
  return { handler: makeHandler({ parse, run, telemetry, throwFailures }), lines, counts };
};
const httpEvent = (body?: string, isBase64Encoded = false) => ({
  version: '2.0',
  requestContext: { http: { method: 'POST' } },
  body,
  isBase64Encoded,
});
const echo = async (request: { days: number }) => request;

describe('a direct invocation', () => {
  it('is answered with an object as body', async () => {
    expect(await handlerOf(echo).handler({ days: 7 }, context)).toEqual({
      statusCode: 200,
      body: { days: 7 },
    });
  });

  it.each([[undefined], [null], [{}]])('with %s as payload is an empty request', async (event) => {
    expect(await handlerOf(echo).handler(event, context)).toMatchObject({ body: { days: 30 } });
  });

  it('with an unknown field is refused, naming it and those there are', async () => {
    expect(await handlerOf(echo).handler({ day: 7 }, context)).toEqual({
      statusCode: 400,
      body: {
        error: {
          code: 'invalid-request',
          message: 'day must be left out (the fields are days); an unknown field arrived.',
          problems: [
            { field: 'day', allowed: 'left out (the fields are days)', arrived: 'an unknown field' },
          ],
        },
      },
    });
  });

  it.each([
    [[1, 2], 'The request must be an object; a list of 2 arrived.'],
    ['text', 'The request must be an object; a text of 4 characters arrived.'],
    [{ days: null }, 'days must be an integer; null arrived.'],
    [{ days: {} }, 'days must be an integer; an object arrived.'],
    [{ days: true }, 'days must be an integer; boolean true arrived.'],
    [{ days: 1.5 }, 'days must be an integer; number 1.5 arrived.'],
  ])('of %j is refused, saying what arrived and what is allowed', async (event, message) => {
    expect(await handlerOf(echo).handler(event, context)).toMatchObject({ body: { error: { message } } });
  });
});

describe('an HTTP API event', () => {
  it('is answered with the same body as JSON text', async () => {
    expect(await handlerOf(echo).handler(httpEvent('{"days":9}'), context)).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: '{"days":9}',
    });
  });

  it('may come in base64, and without a body is an empty request', async () => {
    const encoded = Buffer.from('{"days":9}').toString('base64');
    expect(await handlerOf(echo).handler(httpEvent(encoded, true), context)).toMatchObject({
      body: '{"days":9}',
    });
    expect(await handlerOf(echo).handler(httpEvent(), context)).toMatchObject({ body: '{"days":30}' });
  });

  it('with a body that is not JSON is refused without repeating it', async () => {
    const answer = await handlerOf(echo).handler(httpEvent('canary{'), context);
    expect(answer).toMatchObject({ statusCode: 400 });
    expect(JSON.stringify(answer)).not.toContain('canary');
  });
});

describe('errors', () => {
  it('of the domain are answered with their status, code and data', async () => {
    const { handler, counts } = handlerOf(() => Promise.reject(new OptedOutError()));
    expect(await handler({}, context)).toMatchObject({
      statusCode: 403,
      body: { error: { code: 'opted-out' } },
    });
    expect(counts.get('RefusedRequests')).toBe(1);
  });

  it('with a code that nobody mapped are failures of ours', async () => {
    const { handler, counts } = handlerOf(() => Promise.reject(new UnlistedError('x', { rows: 3 })));
    expect(await handler({}, context)).toEqual({
      statusCode: 500,
      body: { error: { code: 'unlisted', message: 'x', rows: 3 } },
    });
    expect(counts.get('FailedRequests')).toBe(1);
  });

  it('that nobody knows are answered in general terms with a correlation id', async () => {
    const { handler, lines } = handlerOf(() => Promise.reject(new Error('USER#canary')));
    const answer = await handler({}, context);
    expect(answer).toMatchObject({
      statusCode: 500,
      body: { error: { code: 'internal', correlationId: 'request-1' } },
    });
    expect(JSON.stringify(answer)).not.toContain('canary');
    expect(lines.at(-1)).toMatchObject({ level: 'error', message: 'request failed unexpectedly' });
  });

  it('are thrown where AWS is to deliver the event again, refusals are not', async () => {
    const failing = handlerOf(() => Promise.reject(new Error('canary')), true).handler({}, context);
    await expect(failing).rejects.toThrow('see the log with correlation id request-1');
    const refusing = handlerOf(() => Promise.reject(new OptedOutError()), true).handler({}, context);
    expect(await refusing).toMatchObject({ statusCode: 403 });
  });
});

describe('an event of a schedule', () => {
  const scheduled = (detail: object) => ({
    source: 'aws.scheduler',
    'detail-type': 'Scheduled Event',
    detail,
  });
  const unfinished = () => {
    const { telemetry } = recordingTelemetry();
    return makeHandler({
      parse: (input: unknown) => parseRequest(Request, input),
      run: echo,
      isUnfinished: ({ days }) => days === 8,
      telemetry: { ...telemetry, during: (_, work) => work(), traced: (client) => client },
    });
  };

  it('holds the request as its detail', async () => {
    expect(await handlerOf(echo).handler(scheduled({ days: 7 }), context)).toMatchObject({
      body: { days: 7 },
    });
  });

  it('has a failure of ours thrown, since nobody reads the answer, but not a refusal', async () => {
    const { handler, counts } = handlerOf(() => Promise.reject(new UnlistedError('canary')));
    await expect(handler(scheduled({}), context)).rejects.toThrow(/^Failed; see the log/);
    expect(counts.get('FailedRequests')).toBe(1);
    expect(await handler({}, context)).toMatchObject({ statusCode: 500 });
    const refusing = handlerOf(() => Promise.reject(new OptedOutError()));
    expect(await refusing.handler(scheduled({}), context)).toMatchObject({ statusCode: 403 });
  });

  it('fails also when the answer leaves work undone, which a direct caller is only told', async () => {
    await expect(unfinished()(scheduled({ days: 8 }), context)).rejects.toThrow('correlation id request-1');
    expect(await unfinished()(scheduled({ days: 7 }), context)).toMatchObject({ statusCode: 200 });
    expect(await unfinished()({ days: 8 }, context)).toMatchObject({ statusCode: 200 });
  });
});
