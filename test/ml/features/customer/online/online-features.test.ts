import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCustomerFeatures } from '../../../../../ml/features/customer/compute-customer-features.ts';
import type { CustomerEvent } from '../../../../../ml/features/customer/customer-event.ts';
import { addCustomerEvents } from '../../../../../ml/features/customer/online/add-customer-events.ts';
import { computeOnlineFeatures } from '../../../../../ml/features/customer/online/compute-online-features.ts';
import { CustomerEventMessage } from '../../../../../ml/features/customer/online/customer-event-message.ts';
import {
  type CustomerState,
  emptyCustomerState,
} from '../../../../../ml/features/customer/online/customer-state.ts';
import {
  loadCustomerState,
  storeCustomerState,
} from '../../../../../ml/features/customer/online/stored-customer-state.ts';
import { generateCustomers, usualShares } from '../../../../../ml/synthetic/customers/generate-customers.ts';
import { messagesOfCustomer } from '../../../../../ml/synthetic/customers/messages-of-customer.ts';
import { anyLife } from '../any-life.ts';
import { recompute } from '../recompute.ts';

const msPerDay = 86_400_000;
const now = Date.UTC(2026, 0, 1);

const messageOf = (event: CustomerEvent, eventId: string): CustomerEventMessage =>
  CustomerEventMessage.parse({ schemaVersion: 1, eventId, customerId: 'c', ...event });
const profileMessage = (signedUpAt: number): CustomerEventMessage =>
  CustomerEventMessage.parse({
    schemaVersion: 1,
    eventId: 'profile-1',
    customerId: 'c',
    type: 'profile',
    at: now,
    signedUpAt,
    tier: 'budget',
    channel: 'paid',
    grade: 'middle',
    subject: 5,
  });

/** Half days, so that window ends are hit often; some ahead, such as a lesson cancelled before its time. */
const at = fc.integer({ min: -180, max: 20 }).map((halves) => now + (halves * msPerDay) / 2);
const life = anyLife(at);

/** Everything stored and read again after each batch, as a Lambda would. */
const addAll = (batches: readonly (readonly CustomerEventMessage[])[], clock = () => now): CustomerState =>
  batches.reduce<CustomerState>(
    (state, batch) => loadCustomerState(storeCustomerState(addCustomerEvents(state, batch, clock()).state)),
    emptyCustomerState,
  );

const inBatches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

describe('online features of a customer', () => {
  it('equal the batch features and a plain recomputation, then and later, whatever came in which order how often', () => {
    const run = fc.record({
      events: life,
      tenureDays: fc.integer({ min: 0, max: 100 }),
      order: fc.infiniteStream(fc.nat(1_000_000)),
      copies: fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
      batchSize: fc.integer({ min: 1, max: 20 }),
      // A silence of up to 200 days, counted in halves.
      laterDays: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(run, ({ events, tenureDays, order, copies, batchSize, laterDays }) => {
        const signedUpAt = now - tenureDays * msPerDay;
        const messages = [profileMessage(signedUpAt), ...events.map((one, i) => messageOf(one, `e${i}`))];
        const shuffled = messages
          .flatMap((message) => Array.from({ length: copies.next().value ?? 1 }, () => message))
          .map((message) => ({ message, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ message }) => message);
        const state = addAll(inBatches(shuffled, batchSize));
        expect(storeCustomerState(state)).toEqual(storeCustomerState(addAll([messages])));

        const profile = state.profile!.profile;
        const asOf = now + (laterDays * msPerDay) / 2;
        const online = computeOnlineFeatures(state, profile, asOf);
        const batch = computeCustomerFeatures(profile, events, asOf);
        const plain = recompute(profile, events, asOf);
        expect(Object.keys(online)).toEqual(Object.keys(batch));
        for (const [name, value] of Object.entries(batch)) {
          const got: unknown = Reflect.get(online, name);
          if (name === 'total_spend' || name === 'tutor_response_hours')
            expect(got, name).toBeCloseTo(value!, 9);
          else expect(got, name).toBe(value);
          if (value !== null) expect(plain[name], name).toBeCloseTo(Number(got), 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('equal the batch features of made-up customers, shuffled, twice each, added over 40 days', () => {
    const shares = usualShares;
    for (const customer of generateCustomers({ count: 40, seed: 4, shares, cutoff: now })) {
      const known = customer.events.filter((one) => one.at <= now);
      const messages = messagesOfCustomer({ profile: customer.profile, events: known });
      // A fixed order that has nothing to do with time.
      const twice = [...messages, ...messages]
        .map((message, i) => ({ message, key: (i * 7919) % 104_729 }))
        .sort((a, b) => a.key - b.key)
        .map(({ message }) => message);
      const batches = inBatches(twice, 25);
      let step = 0;
      const state = addAll(batches, () => now - 40 * msPerDay * (1 - ++step / batches.length));
      const online = computeOnlineFeatures(state, customer.profile, now);
      expect(online).toEqual(computeCustomerFeatures(customer.profile, known, now));
    }
  });

  it('say how many events were new, were copies, and were too old to be known', () => {
    const login = messageOf({ type: 'login', at: now - msPerDay }, 'login');
    const old = messageOf({ type: 'login', at: now - 90 * msPerDay }, 'old');
    const first = addCustomerEvents(emptyCustomerState, [login, login, old], now);
    expect(first).toMatchObject({ added: 2, duplicates: 1, expired: 0 });
    const again = addCustomerEvents(first.state, [login, old], now);
    expect(again).toMatchObject({ added: 0, duplicates: 2, expired: 0 });
    expect(again.state).toBe(first.state);
  });

  it('hold the latest of several profiles, whichever came last', () => {
    const early = { ...profileMessage(now - msPerDay), eventId: 'p1', at: now - 5 };
    const late = { ...profileMessage(now - 2 * msPerDay), eventId: 'p2', at: now };
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      expect(addAll([order]).profile?.profile.signedUpAt).toBe(now - 2 * msPerDay);
    }
  });

  it('keep the item below 400 KB whatever comes, count a lifetime fully, and refuse what was forgotten', () => {
    const tutor = (i: number) => `${'t'.repeat(58)}${String(i % 700).padStart(6, '0')}`;
    const sessions = Array.from({ length: 25_000 }, (_, i) =>
      messageOf(
        {
          type: 'session',
          at: now - 1000 * (i + 1) * (i < 12_000 ? 1 : 300),
          outcome: 'held',
          stars: 5,
          tutorId: tutor(i),
        },
        `s${i}`,
      ),
    );
    const state = addAll(inBatches(sessions, 5_000));
    const stored = storeCustomerState(state);
    const bytes =
      stored.recent.length + (stored.foldedIds?.byteLength ?? 0) + JSON.stringify(stored.lifetime).length;
    expect(bytes).toBeLessThan(400_000);
    expect(state.recent.length).toBeGreaterThan(1_000);
    const counted = state.lifetime.sessions + state.recent.length;
    const again = addCustomerEvents(state, sessions, now);
    expect(again.added).toBe(0);
    expect(again.expired).toBeGreaterThan(0);
    expect(again.state.lifetime.sessions + again.state.recent.length).toBe(counted);
  });
});

describe('CustomerEventMessage', () => {
  it.each([
    [{ type: 'session', outcome: 'missed', tutorId: 't' }, 'outcome', 'one of held, cancelled'],
    [{ type: 'session', outcome: 'held', tutorId: 't', stars: 6 }, 'stars', 'a whole number from 1 to 5'],
    [{ type: 'payment', hasSucceeded: true, amount: 1.234 }, 'amount', 'at most two decimals'],
    [{ type: 'login', at: 12 }, 'at', 'milliseconds since 1970'],
    [{ type: 'party' }, 'type', 'session, login'],
    [{ type: 'login', schemaVersion: 2 }, 'schemaVersion', '1'],
    [{ type: 'login', eventId: 'a b' }, 'eventId', '1 to 128'],
    [{ type: 'login', mood: 1 }, '', 'mood'],
  ])('refuses %j by name', (fields, field, allowed) => {
    const parsed = CustomerEventMessage.safeParse({
      schemaVersion: 1,
      eventId: 'e',
      customerId: 'c',
      at: now,
      ...fields,
    });
    expect(parsed.success).toBe(false);
    const [issue] = parsed.error?.issues ?? [];
    expect(issue?.path.join('.')).toBe(field);
    expect(issue?.message).toContain(allowed);
  });
});
