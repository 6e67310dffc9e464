import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbCustomerStates } from '../../lambdas/shared/adapters/dynamodb-customer-states.ts';
import { makeDynamoDbOptOuts } from '../../lambdas/shared/adapters/dynamodb-opt-outs.ts';
import { makeDynamoDbTombstones } from '../../lambdas/shared/adapters/dynamodb-tombstones.ts';
import { makeSnsAlerts } from '../../lambdas/shared/adapters/sns-alerts.ts';
import { makeUpdateCustomerFeatures } from '../../lambdas/update-customer-features/update-customer-features.ts';
import { recordingTelemetry } from '../lambdas/support/recording-telemetry.ts';
import { loginOf, profileOf, updateSetUp } from '../lambdas/update-customer-features/update-set-up.ts';
import { type Fault, lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultingProxy, startFaultingProxy } from '../support/faulting-proxy.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';

/** The use case on real stores, behind a proxy that does harm, and a model that thinks the worst of everybody. */
const faultedUpdate = (aws: TestAws, endpoint: string) => {
  const { deps } = updateSetUp();
  const settings = {
    ...aws.client,
    endpoint,
    maxAttempts: 2,
    requestHandler: { requestTimeout: 2_000, throwOnRequestTimeout: true },
  };
  const client = new DynamoDBClient(settings);
  const sns = new SNSClient(settings);
  const { telemetry } = recordingTelemetry();
  const table = (tableName: string) => ({
    client,
    tableName,
    sleep: async () => {},
    random: () => 0,
    telemetry,
  });
  const states = makeDynamoDbCustomerStates(table('wellcast-CustomerState'));
  return {
    states,
    update: makeUpdateCustomerFeatures({
      ...deps,
      states,
      optOuts: makeDynamoDbOptOuts(table('EmoCompanion')),
      tombstones: makeDynamoDbTombstones({
        ...table('wellcast-Erasures'),
        secret: { read: async () => 'k'.repeat(32) },
      }),
      scorer: {
        score: async (customers) => ({ modelVersion: '1', predictions: customers.map(() => worst) }),
      },
      alerts: makeSnsAlerts({
        client: sns,
        topicArn: 'arn:aws:sns:us-east-1:000000000000:mindmate-churn-alerts',
      }),
    }),
    close: () => {
      client.destroy();
      sns.destroy();
    },
  };
};
const worst = {
  first_session_success: 0,
  session_velocity: 0,
  churn_risk_14d: 0.9,
  churn_risk_30d: 0.9,
  health_score: 0,
  reasons: [],
};

describe('events of customers of which a raw call fails', () => {
  let aws: TestAws;
  let proxy: FaultingProxy;
  let faulted: ReturnType<typeof faultedUpdate>;
  let calm: ReturnType<typeof faultedUpdate>;
  beforeAll(async () => {
    aws = await startTestAws();
    proxy = await startFaultingProxy(() => aws.endpoint);
    faulted = faultedUpdate(aws, proxy.endpoint);
    calm = faultedUpdate(aws, aws.endpoint);
  });
  afterAll(async () => {
    faulted.close();
    calm.close();
    await aws.close();
    await proxy.close();
  });

  const alertsOf = async (alertIds: readonly string[]) => {
    const outbox = path.join(aws.dataDir, 'outbox', 'mindmate-churn-alerts.jsonl');
    const text = await readFile(outbox, 'utf8').catch(() => '');
    return text.split('\n').filter((line) => alertIds.some((id) => line.includes(id))).length;
  };

  let customers = 0;
  /** The calls of one delivery; what was not done with comes again, as the stream does it. */
  const deliver = async (armed?: { readonly at: number; readonly fault: Fault }) => {
    const customerId = `customer-${++customers}`;
    const messages = [profileOf(customerId), loginOf(customerId)];
    proxy.arm(armed);
    const done = await faulted.update(messages).catch(() => [false, false]);
    const calls = [...proxy.calls];
    proxy.arm();
    if (!done.every(Boolean)) expect(await calm.update(messages)).toEqual([true, true]);
    expect(await calm.update(messages)).toEqual([true, true]);

    const what = armed === undefined ? 'nothing' : `${armed.fault} at ${calls[armed.at - 1]}`;
    const entry = (await calm.states.read([customerId])).get(customerId)?.entry;
    expect(entry?.state.recent, what).toHaveLength(1);
    expect(entry?.state.profile, what).toBeDefined();
    expect(entry?.episode, what).toMatchObject({ alert: 'sent' });
    expect(entry?.alertIds, what).toHaveLength(1);
    expect(await calm.states.whoseAlert(entry?.alertIds[0] ?? ''), what).toBe(customerId);
    const sent = await alertsOf(entry?.alertIds ?? []);
    // Twice only when it was not known whether it was sent, or that could not be written down.
    const isUnknown = armed !== undefined && calls.indexOf('sns Publish') < armed.at;
    if (isUnknown) expect(sent, what).toBeOneOf([1, 2]);
    else expect(sent, what).toBe(1);
    return calls;
  };

  it('are each added once, and the alert is sent, whichever call fails', {
    timeout: 120_000,
  }, async () => {
    await deliver();
    const calls = await deliver();
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'dynamodb BatchGetItem',
      'dynamodb BatchGetItem',
      'dynamodb BatchGetItem',
      'dynamodb PutItem',
      'dynamodb BatchGetItem',
      'dynamodb PutItem',
      'sns Publish',
      'dynamodb PutItem',
    ]);
    const faults = [...passingFaults, ...lastingFaults].filter((fault) => fault !== 'unprocessed');
    for (let at = 1; at <= calls.length; at += 1) {
      // Each call fails in a third of the ways, the next call in another third.
      for (const fault of faults.filter((_, index) => (index + at) % 3 === 0)) await deliver({ at, fault });
    }
  });
});
