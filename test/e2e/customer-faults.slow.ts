import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeClock } from '../lambdas/support/fake-clock.ts';
import { loginOf, profileOf } from '../lambdas/update-customer-features/update-set-up.ts';
import { type Fault, lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultingProxy, startFaultingProxy } from '../support/faulting-proxy.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { faultedCustomers } from './faulted-customers.ts';

const faults = [...passingFaults, ...lastingFaults].filter((fault) => fault !== 'unprocessed');
const dayMs = 86_400_000;

describe('customers about whom a raw call fails', () => {
  const { clock, advance } = fakeClock('2026-01-10T12:00:00Z');
  let aws: TestAws;
  let proxy: FaultingProxy;
  let faulted: ReturnType<typeof faultedCustomers>;
  let calm: ReturnType<typeof faultedCustomers>;
  beforeAll(async () => {
    aws = await startTestAws();
    proxy = await startFaultingProxy(() => aws.endpoint);
    faulted = faultedCustomers(aws, proxy.endpoint, clock);
    calm = faultedCustomers(aws, aws.endpoint, clock);
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

  const expectAll = (risk: number) => {
    faulted.world.risk = risk;
    calm.world.risk = risk;
  };

  it('have their events each added once, and the alert is sent, whichever call fails', {
    timeout: 120_000,
  }, async () => {
    expectAll(0.9);
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
    for (let at = 1; at <= calls.length; at += 1) {
      // Each call fails in a third of the ways, the next call in another third.
      for (const fault of faults.filter((_, index) => (index + at) % 3 === 0)) await deliver({ at, fault });
    }
  });

  /**
   * One review of somebody who has fallen silent, of which the n-th call from the first look at that customer fails,
   * and the reviews of the next days, of which none does.
   */
  const review = async (armed?: { readonly at: number; readonly fault: Fault }) => {
    const customerId = `customer-${++customers}`;
    expectAll(0.1);
    const at = clock.now() - dayMs;
    await calm.update([
      { ...profileOf(customerId), at },
      { ...loginOf(customerId), at },
    ]);
    advance(2 * dayMs);
    expectAll(0.9);
    const looks: string[] = [];
    proxy.arm({
      fault: armed?.fault ?? 'throttled',
      hits: (call) => {
        if (looks.length > 0 || call.includes('BatchGetItem')) looks.push(call);
        if (armed === undefined || looks.length < armed.at) return false;
        return looks.length === armed.at || armed.fault.startsWith('dead');
      },
    });
    await faulted.review().catch(() => undefined);
    proxy.arm();
    for (let day = 0; day < 2; day++) {
      advance(dayMs);
      expect(await calm.review()).toMatchObject({ status: 'complete', customersFailed: 0 });
    }

    const what = armed === undefined ? 'nothing' : `${armed.fault} at ${looks[armed.at - 1]}`;
    const entry = (await calm.states.read([customerId])).get(customerId)?.entry;
    expect(entry?.episode, what).toMatchObject({ alert: 'sent' });
    expect(entry?.alertIds, what).toHaveLength(1);
    expect(await calm.states.whoseAlert(entry?.alertIds[0] ?? ''), what).toBe(customerId);
    const sent = await alertsOf(entry?.alertIds ?? []);
    const isUnknown = armed !== undefined && looks.indexOf('sns Publish') < armed.at;
    if (isUnknown) expect(sent, what).toBeOneOf([1, 2]);
    else expect(sent, what).toBe(1);
    await calm.states.forget(customerId);
    return looks;
  };

  it('are told of when they fall silent, whichever call fails', { timeout: 300_000 }, async () => {
    // Those of the test before would be reviewed too.
    for (let number = 1; number <= customers; number++) await calm.states.forget(`customer-${number}`);
    const looks = await review();
    expect(looks.slice(0, 7)).toEqual([
      ...Array.from({ length: 3 }, () => expect.stringContaining('dynamodb BatchGetItem')),
      'dynamodb PutItem wellcast-CustomerState',
      'dynamodb PutItem wellcast-CustomerState',
      'sns Publish',
      'dynamodb PutItem wellcast-CustomerState',
    ]);
    // The eighth puts down that the share is done with.
    for (let at = 1; at <= 8; at += 1) {
      for (const fault of faults.filter((_, index) => (index + at) % 3 === 0)) await review({ at, fault });
    }
  });
});
