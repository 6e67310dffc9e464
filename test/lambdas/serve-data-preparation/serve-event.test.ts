import { OpenAPIHono } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import type { PreparationEnv } from '../../../lambdas/serve-data-preparation/http/preparation-env.ts';
import { serveEvents } from '../../../lambdas/serve-data-preparation/http/serve-event.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const { telemetry } = recordingTelemetry();
const functionTelemetry = {
  ...telemetry,
  during: <Result>(_id: string, work: () => Promise<Result>) => work(),
  traced: <Client>(client: Client) => client,
};

const app = new OpenAPIHono<PreparationEnv>();
app.get('/much', (context) => context.json({ text: 'x'.repeat(Number(context.req.query('length'))) }));
app.post('/echo', async (context) => context.text(await context.req.text()));

const handler = serveEvents(app, functionTelemetry);
const event = (method: string, rawPath: string, more: object = {}) => ({
  version: '2.0',
  rawPath,
  requestContext: { http: { method } },
  ...more,
});
const context = { awsRequestId: 'request-1' };

describe('an event of the gateway', () => {
  it('with an answer that Lambda would not carry is answered with a problem document', async () => {
    const length = (count: number) => event('GET', '/much', { rawQueryString: `length=${count}` });
    expect(await handler(length(4_000_000), context)).toMatchObject({ statusCode: 200 });
    const answer = await handler(length(4_300_000), context);
    expect(answer).toMatchObject({
      statusCode: 413,
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'urn:wellcast:problem:answer-too-large' });
  });

  it('carries its body, in base64 or not', async () => {
    const plain = event('POST', '/echo', { body: 'é', isBase64Encoded: false });
    const encoded = event('POST', '/echo', {
      body: Buffer.from('é').toString('base64'),
      isBase64Encoded: true,
    });
    expect((await handler(plain, context)).body).toBe('é');
    expect((await handler(encoded, context)).body).toBe('é');
  });

  it('that is none is thrown back: this function is called in no other way', async () => {
    await expect(handler({ userId: 'ada' }, context)).rejects.toThrow();
  });
});
