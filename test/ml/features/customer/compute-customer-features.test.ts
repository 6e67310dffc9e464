import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCustomerFeatures } from '../../../../ml/features/customer/compute-customer-features.ts';
import type { CustomerProfile } from '../../../../ml/features/customer/customer-event.ts';
import { customerFeatures } from '../../../../ml/features/customer/customer-features.ts';
import { anyLife } from './any-life.ts';
import { recompute } from './recompute.ts';

const msPerDay = 86_400_000;
const cutoff = Date.UTC(2026, 0, 1);
const profileOf = (tenureDays: number): CustomerProfile => ({
  customerId: 'c',
  signedUpAt: cutoff - tenureDays * msPerDay,
  tier: 'budget',
  channel: 'paid',
  grade: 'middle',
  subject: 5,
});

/** Quarter days, so that window ends are hit often; after the cut-off too. */
const at = fc.integer({ min: -160, max: 40 }).map((quarters) => cutoff + (quarters * msPerDay) / 4);
const life = anyLife(at);

describe('computeCustomerFeatures', () => {
  it('gives what a plain recomputation gives, whatever happened', () => {
    fc.assert(
      fc.property(life, fc.nat(60), (events, tenureDays) => {
        const profile = profileOf(tenureDays);
        const features = computeCustomerFeatures(profile, events, cutoff);
        const plain = recompute(profile, events, cutoff);
        expect(Object.keys(plain).sort()).toEqual(Object.keys(features).sort());
        for (const [name, value] of Object.entries(features)) {
          if (value === null) expect(plain[name], name).toBeNull();
          else expect(plain[name], name).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives every declared feature, in order, within its range, and empty only where declared', () => {
    fc.assert(
      fc.property(life, fc.nat(60), (events, tenureDays) => {
        const features = computeCustomerFeatures(profileOf(tenureDays), events, cutoff);
        expect(Object.keys(features)).toEqual(customerFeatures.map(({ name }) => name));
        for (const { name, range, emptyWhen } of customerFeatures) {
          const value = features[name];
          if (value === null) expect(emptyWhen, name).toBeDefined();
          else expect(value >= range[0] && value <= range[1], `${name} ${value}`).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('nests its windows', () => {
    fc.assert(
      fc.property(life, (events) => {
        const features: Record<string, number | null> = computeCustomerFeatures(
          profileOf(60),
          events,
          cutoff,
        );
        for (const name of [
          'session_count',
          'ib_call_count',
          'negative_calls',
          'login_count',
          'message_count',
        ]) {
          const [week, fortnight, month] = [7, 14, 30].map((days) => features[`${name}_${days}d`] ?? NaN);
          expect(week! <= fortnight! && fortnight! <= month!, name).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('looks at nothing after the cut-off, and at no order', () => {
    fc.assert(
      fc.property(life, (events) => {
        const known = events.filter((one) => one.at <= cutoff).reverse();
        const [all, before] = [events, known].map((list) =>
          Object.values(computeCustomerFeatures(profileOf(60), list, cutoff)),
        );
        for (const [position, value] of all!.entries()) {
          if (value === null) expect(before![position]).toBeNull();
          else expect(before![position]).toBeCloseTo(value, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts what happens at the cut-off and not what is a whole window old', () => {
    const logins = [0, 7, 14, 30].map((days) => ({ type: 'login' as const, at: cutoff - days * msPerDay }));
    expect(computeCustomerFeatures(profileOf(60), logins, cutoff)).toMatchObject({
      login_count_7d: 1,
      login_count_14d: 2,
      login_count_30d: 3,
      days_since_last_login: 0,
    });
  });
});

describe('the page of customer features', () => {
  it('says of every feature its formula, unit, range and when it is empty', () => {
    const page = readFileSync(
      path.resolve(import.meta.dirname, '../../../../docs/customer-features.md'),
      'utf8',
    );
    const rows = [...page.matchAll(/^\| `(\w+)` \| .*$/gm)].map(([row]) => row);
    expect(rows).toEqual(
      customerFeatures.map(
        ({ name, formula, unit, emptyWhen, range: [least, most] }) =>
          `| \`${name}\` | ${formula} | ${unit} | ${least} … ${most} | ${emptyWhen ?? 'never'} |`,
      ),
    );
    expect(rows).toHaveLength(42);
  });
});
