import { SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { makeSageMakerCustomerScorer } from '../../../lambdas/shared/adapters/sagemaker-customer-scorer.ts';
import { type Served, serve } from '../../support/serve.ts';

const prediction = {
  first_session_success: 0.5,
  session_velocity: 1,
  churn_risk_14d: 0.1,
  churn_risk_30d: 0.2,
  health_score: 70,
};
let server: Served | undefined;
afterEach(() => server?.close());

/** A runtime that answers one thing, and the scorer that asks it about one customer. */
const scoreAt = async (status: number, body: unknown, headers: Record<string, string> = {}) => {
  server = await serve((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  const client = new SageMakerRuntimeClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  try {
    return await makeSageMakerCustomerScorer({ client, endpointName: 'health' }).score([{}], {
      explain: false,
    });
  } finally {
    client.destroy();
  }
};
const modelError = (status: number) =>
  [
    424,
    { Message: 'Received an error', OriginalStatusCode: status, OriginalMessage: 'total_spend 1800' },
    { 'x-amzn-errortype': 'ModelError' },
  ] as const;

describe('the scorer at an endpoint', () => {
  it('gives what the container gave', async () => {
    const answer = { predictions: [prediction], modelVersion: '0123456789abcdef' };
    expect(await scoreAt(200, answer)).toEqual(answer);
  });

  it.each([
    ['fewer predictions than customers', { predictions: [], modelVersion: 'a' }],
    [
      'a number out of its range',
      { predictions: [{ ...prediction, churn_risk_30d: 1.5 }], modelVersion: 'a' },
    ],
    ['another form', { scores: [1] }],
    ['no JSON', 'healthy'],
  ])('takes %s for a failure', async (_, body) => {
    await expect(scoreAt(200, body)).rejects.toMatchObject({ code: 'endpoint-failed' });
  });

  it.each([
    ['a model that fails', modelError(500), 'endpoint-failed'],
    ['a model of another release, which refuses what was checked', modelError(400), 'endpoint-failed'],
    ['a container without a model', modelError(503), 'endpoint-unavailable'],
    [
      'no endpoint',
      [
        400,
        { Message: 'Endpoint health of account 1 not found.' },
        { 'x-amzn-errortype': 'ValidationError' },
      ] as const,
      'endpoint-unavailable',
    ],
    [
      'an overrun endpoint',
      [503, { Message: 'busy' }, { 'x-amzn-errortype': 'ServiceUnavailable' }] as const,
      'endpoint-unavailable',
    ],
  ])('tells %s by its code, and not what was sent', async (_, [status, body, headers], code) => {
    const refused = scoreAt(status, body, headers);
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.not.toThrow('1800');
  });
});
