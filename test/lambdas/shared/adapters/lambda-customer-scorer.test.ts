import { LambdaClient } from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { makeLambdaCustomerScorer } from '../../../../lambdas/shared/adapters/lambda-customer-scorer.ts';
import { fakeSleep } from '../../support/fake-sleep.ts';
import { recordingTelemetry } from '../../support/recording-telemetry.ts';
import { stubHttp } from '../../support/stub-http.ts';

const prediction = {
  first_session_success: 0.5,
  session_velocity: 1,
  churn_risk_14d: 0.2,
  churn_risk_30d: 0.1,
  health_score: 70,
};

/** The scorer on a function that gives one answer. */
const setUp = (answer: unknown) => {
  const requests: unknown[] = [];
  const client = new LambdaClient(
    stubHttp(({ path, body }) => {
      requests.push([path.split('/')[3], JSON.parse(body)]);
      return { body: JSON.stringify(answer) };
    }),
  );
  const { sleep } = fakeSleep();
  const { telemetry } = recordingTelemetry();
  return {
    scorer: makeLambdaCustomerScorer({ client, sleep, random: () => 1, telemetry }, 'predict'),
    requests,
  };
};

describe('predictions by the function in front of the endpoint', () => {
  it('are asked for with their reasons and given back as they come', async () => {
    const body = { predictions: [prediction], modelVersion: 'v1' };
    const { scorer, requests } = setUp({ statusCode: 200, body });
    expect(await scorer.score([{ a: 1 }], { explain: true })).toEqual(body);
    expect(requests).toEqual([['predict', { customers: [{ a: 1 }], explain: true }]]);
  });

  it('that are refused name no customer, so that the batch is asked for in halves', async () => {
    const { scorer } = setUp({ statusCode: 400, body: { error: { code: 'invalid-request' } } });
    await expect(scorer.score([{}], { explain: true })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    ['no endpoint', { statusCode: 503, body: {} }],
    ['something else', { statusCode: 200, body: { predictions: [{ risk: 1 }] } }],
  ])('fail when there is %s', async (_, answer) => {
    await expect(setUp(answer).scorer.score([{}], { explain: false })).rejects.not.toMatchObject({
      code: 'invalid-request',
    });
  });
});
