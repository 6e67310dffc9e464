import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeCustomerFeatures } from '../../ml/features/customer/compute-customer-features.ts';
import { customerRecord } from '../../ml/features/customer/customer-record.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { catalogPredictingBySilence } from '../support/predicting-by-silence.ts';
import { silentCustomer } from '../support/silent-customer.ts';
import { putItems } from './app-table.ts';
import { customerEventClients } from './customer-events.ts';

const dayMs = 86_400_000;
const schedule = 'mindmate-quiet-customers';

describe('customers who fall silent', () => {
  let aws: TestAws;
  let clients: ReturnType<typeof customerEventClients>;
  beforeAll(async () => {
    aws = await startTestAws({ catalog: catalogPredictingBySilence() });
    clients = customerEventClients(aws);
  });
  afterAll(async () => {
    clients.close();
    await aws.close();
  });

  const today = Date.now();
  const leave = async (customerId: string, silentDays: number) => {
    const { entry } = silentCustomer(customerId, today, silentDays);
    expect(await clients.states.replace(customerId, { entry, revision: 0 })).toBe(true);
  };
  const entryOf = async (customerId: string) =>
    (await clients.states.read([customerId])).get(customerId)?.entry;
  const alerts = async () =>
    (await readFile(path.join(aws.dataDir, 'outbox', 'mindmate-churn-alerts.jsonl'), 'utf8').catch(() => ''))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(JSON.parse(line).message));
  const fire = async (at: number) => {
    await aws.fireSchedule(schedule, at);
    await aws.settled();
  };

  it('are predicted by schedule from what is kept of them, and told of once, with three reasons', async () => {
    const waning = Array.from({ length: 110 }, (_, index) => `waning-${index}`);
    for (const customerId of waning) await leave(customerId, 2);
    await leave('silent', 9);
    await leave('lively', 0.5);
    await leave('opted-out', 9);
    await putItems(aws, [{ PK: 'USER#opted-out', SK: 'PROFILE', type: 'PROFILE', mlOptOut: true }]);

    await fire(today);
    expect(await alerts()).toMatchObject([
      {
        kind: 'churn-risk',
        churnRisk30d: 0.9,
        reasons: [
          { feature: 'days_since_last_login', direction: 'raises', contribution: 1 },
          { feature: 'login_count_7d' },
          { feature: 'login_count_14d' },
        ],
      },
    ]);
    const silent = await entryOf('silent');
    expect(silent).toMatchObject({ episode: { alert: 'sent' } });
    expect(await clients.states.whoseAlert(silent?.alertIds[0] ?? '')).toBe('silent');
    const { inputs } = silent?.prediction ?? expect.fail('not predicted');
    const { profile, events } = silentCustomer('silent', today, 9);
    const asOf = (events[0]?.at ?? 0) + Math.round(Number(inputs['days_since_last_login']) * dayMs);
    expect(asOf).toBeGreaterThanOrEqual(today);
    expect(inputs).toEqual(customerRecord(profile, computeCustomerFeatures(profile, events, asOf)));
    for (const customerId of waning) {
      expect((await entryOf(customerId))?.prediction?.at).toBeGreaterThanOrEqual(today);
    }
    expect((await entryOf('lively'))?.prediction?.at).toBeLessThan(today);
    expect((await entryOf('opted-out'))?.state.profile).toBeUndefined();

    // Delivered twice, and then on the next day, on which everybody was predicted a moment ago.
    const before = await clients.states.read(['silent', 'waning-0', 'lively']);
    await fire(today);
    await fire(today + dayMs);
    expect(await alerts()).toHaveLength(1);
    const after = await clients.states.read(['silent', 'waning-0', 'lively']);
    expect(after.get('silent')).toEqual(before.get('silent'));
    expect(after.get('waning-0')).toEqual(before.get('waning-0'));

    const log = await readFile(path.join(aws.dataDir, 'logs', 'wellcast-reviewQuietCustomers.log'), 'utf8');
    expect(log).toContain('quiet customers reviewed');
    expect(log).not.toMatch(/silent|waning|lively|opted-out/);
  }, 120_000);
});
