import { describe, expect, it } from 'vitest';
import {
  makeReviewQuietCustomers,
  sharesPerRound,
} from '../../../lambdas/review-quiet-customers/review-quiet-customers.ts';
import type { ReviewRound } from '../../../lambdas/shared/ports/customer-reviews.ts';
import { computeCustomerFeatures } from '../../../ml/features/customer/compute-customer-features.ts';
import type { CustomerEvent } from '../../../ml/features/customer/customer-event.ts';
import {
  eventOf,
  hourMs,
  loginOf,
  profileOf,
  updateSetUp,
} from '../update-customer-features/update-set-up.ts';

const dayMs = 24 * hourMs;

/** The review beside the function behind the stream, over the same entries in memory. */
const reviewSetUp = () => {
  const set = updateSetUp();
  const { deps, kept } = set;
  let round: ReviewRound | undefined;
  const pagesOf: number[] = [];
  const shareOf = (customerId: string) => customerId.length % sharesPerRound;
  const review = makeReviewQuietCustomers({
    ...deps,
    quiet: {
      pages: async function* (share, before) {
        const quiet = [...kept].filter(
          ([, { entry }]) => entry.state.profile !== undefined && (entry.prediction?.at ?? 0) < before,
        );
        const ids = quiet.map(([id]) => id).filter((id) => shareOf(id) === share.index);
        pagesOf.push(share.index);
        for (let from = 0; from < ids.length; from += 150) yield ids.slice(from, from + 150);
      },
    },
    rounds: {
      find: async () => round,
      save: async (next) => {
        if (round === undefined || round.day <= next.day) round = next;
      },
    },
  });
  return {
    ...set,
    pagesOf,
    round: () => round,
    review: (at = deps.clock.now()) => review({ scheduledAt: new Date(at).toISOString() }),
  };
};

describe('a customer who falls silent', () => {
  it('is predicted again from features of then, and told of once, however long the silence lasts', async () => {
    const { update, review, world, advance, asked, sent, entryOf, deps, named } = reviewSetUp();
    await update(profileOf('a'), loginOf('a'));
    expect(asked).toEqual([1]);
    world.risk = 0.9;
    for (let day = 1; day <= 60; day++) {
      advance(dayMs);
      expect(await review()).toMatchObject({ status: 'complete', customersReviewed: 1, customersFailed: 0 });
      if (day === 1) expect(sent).toHaveLength(1);
    }
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ churnRisk30d: 0.9 });
    expect(sent[0]?.reasons).toHaveLength(3);
    expect(named.get(sent[0]?.alertId ?? '')).toBe('a');

    const { state, prediction } = entryOf('a') ?? expect.fail('nothing is kept');
    const profile = state.profile?.profile ?? expect.fail('no profile');
    const events = state.recent.map(({ event }): CustomerEvent => event);
    expect(prediction?.inputs).toMatchObject(computeCustomerFeatures(profile, events, prediction?.at ?? 0));
    // Silence of d days moves by more than a tenth daily while it is short, and ever more seldom later.
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.length).toBeLessThan(45);
    expect(deps.clock.now() - (prediction?.at ?? 0)).toBeLessThan(8 * dayMs);
  });

  it('begins another episode only after the risk has been low', async () => {
    const { update, review, world, advance, sent } = reviewSetUp();
    await update(profileOf('a'), loginOf('a'));
    for (const risk of [0.71, 0.6, 0.9, 0.4, 0.8]) {
      world.risk = risk;
      advance(dayMs);
      await review();
    }
    expect(sent.map(({ churnRisk30d }) => churnRisk30d)).toEqual([0.71, 0.8]);
  });

  it('is left alone while nothing has moved by more than a tenth, and within the hour', async () => {
    const { update, review, advance, asked } = reviewSetUp();
    // A tenure of 100 days, and the last login 40 days ago: a day moves neither by a tenth.
    await update(profileOf('a'), eventOf('a', { type: 'login', at: Date.parse('2025-12-01T12:00:00Z') }));
    advance(dayMs);
    expect(await review()).toMatchObject({ customersReviewed: 1, customersPredicted: 0 });
    expect(asked).toEqual([1]);
  });

  it('who was predicted a moment ago is not even looked at', async () => {
    const { update, review, asked } = reviewSetUp();
    await update(profileOf('a'), loginOf('a'));
    expect(await review()).toMatchObject({ status: 'complete', customersReviewed: 0 });
    expect(asked).toEqual([1]);
  });

  it('is predicted for the first time where there was no model when the events came', async () => {
    const { update, review, world, entryOf } = reviewSetUp();
    world.isModelDown = true;
    await update(profileOf('a'), loginOf('a'));
    world.isModelDown = false;
    expect(await review()).toMatchObject({ customersReviewed: 1, customersPredicted: 1 });
    expect(entryOf('a')?.prediction).toMatchObject({ churnRisk30d: 0.1 });
  });

  it('and has opted out or is erased is not predicted, and what was kept is removed', async () => {
    const { update, review, advance, consents, erased, kept, asked } = reviewSetUp();
    await update(profileOf('a'), profileOf('b'), loginOf('c'), profileOf('c'));
    consents.set('a', 'opted-out');
    erased.add('b');
    advance(2 * dayMs);
    await review();
    expect([...kept.keys()]).toEqual(['c']);
    expect(asked).toEqual([3, 1]);
  });

  it('whose event comes meanwhile is left to the function behind the stream', async () => {
    const { update, review, world, advance, deps, sent, entryOf } = reviewSetUp();
    await update(profileOf('a'), loginOf('a'));
    world.risk = 0.9;
    advance(dayMs);
    const { replace } = deps.states;
    let isFirst = true;
    deps.states.replace = async (customerId, next) => {
      if (isFirst) {
        isFirst = false;
        await update(loginOf('a'));
      }
      return replace(customerId, next);
    };
    expect(await review()).toMatchObject({ status: 'complete', customersFailed: 0 });
    expect(sent).toHaveLength(1);
    expect(entryOf('a')?.state.recent).toHaveLength(2);
  });

  it('of whom nobody could be told is told of the next day, if still at risk', async () => {
    const { update, review, world, advance, sent, entryOf } = reviewSetUp();
    const old = eventOf('a', { type: 'login', at: Date.parse('2025-12-01T12:00:00Z') });
    await update(profileOf('a'), old);
    world.risk = 0.9;
    world.isTopicDown = true;
    advance(5 * dayMs);
    expect(await review()).toMatchObject({ customersPredicted: 1, customersFailed: 1 });
    world.isTopicDown = false;
    expect(await review(), 'a repeat does nothing').toMatchObject({ customersReviewed: 0 });
    // A day moves nothing by a tenth: it is what is due that asks again.
    advance(dayMs);
    expect(await review()).toMatchObject({ customersPredicted: 1, customersFailed: 0 });
    expect(sent).toHaveLength(1);
    expect(entryOf('a')?.episode).toMatchObject({ alert: 'sent' });
  });
});

describe('a review', () => {
  it('asks for a hundred customers at a time, and counts whom it looked at', async () => {
    const { update, review, world, advance, asked, counts } = reviewSetUp();
    world.isModelDown = true;
    await update(...Array.from({ length: 230 }, (_, index) => profileOf(`c${100 + index}`)));
    world.isModelDown = false;
    asked.length = 0;
    advance(hourMs);
    expect(await review()).toEqual({
      status: 'complete',
      customersReviewed: 230,
      customersPredicted: 230,
      customersFailed: 0,
    });
    // Pages of 150 and 80.
    expect(asked).toEqual([100, 50, 80]);
    expect(counts.get('CustomersReviewed')).toBe(230);
  });

  it('goes through every share once a day, and repeats of it do nothing', async () => {
    const { review, pagesOf, round, advance } = reviewSetUp();
    await review();
    const shares = Array.from({ length: sharesPerRound }, (_, index) => index);
    expect(pagesOf).toEqual(shares);
    expect(round()).toEqual({ day: '2026-01-10', nextShare: sharesPerRound });
    await review();
    expect(pagesOf).toEqual(shares);
    advance(dayMs);
    await review();
    expect(pagesOf).toEqual([...shares, ...shares]);
  });

  it('that comes after the next day has begun leaves everybody to that day', async () => {
    const { review, pagesOf, advance, deps } = reviewSetUp();
    const due = deps.clock.now();
    advance(dayMs);
    await review();
    pagesOf.length = 0;
    expect(await review(due)).toMatchObject({ status: 'complete', customersReviewed: 0 });
    expect(pagesOf).toEqual([]);
  });

  it('stops in time, and the next call goes on: nobody is asked for twice, nobody left out', async () => {
    const { update, review, world, advance, asked, deps, entryOf } = reviewSetUp();
    const ids = Array.from({ length: 450 }, (_, index) => `${'x'.repeat(index % 3)}c${1000 + index}`);
    world.isModelDown = true;
    for (const id of ids) await update(profileOf(id));
    world.isModelDown = false;
    asked.length = 0;
    advance(hourMs);
    const { score } = deps.scorer;
    deps.scorer.score = async (...question) => {
      advance(4 * 60_000);
      return score(...question);
    };
    const statuses: string[] = [];
    while (statuses.at(-1) !== 'complete') statuses.push((await review()).status);
    expect(statuses.filter((status) => status === 'out-of-time')).toHaveLength(statuses.length - 1);
    expect(statuses.length).toBeGreaterThan(1);
    expect(asked.reduce((sum, some) => sum + some, 0)).toBe(450);
    for (const id of ids) expect(entryOf(id)?.prediction).toBeDefined();
  });

  it('stops in time among pages that hold nobody, too', async () => {
    const { deps, advance } = reviewSetUp();
    let pages = 0;
    const review = makeReviewQuietCustomers({
      ...deps,
      quiet: {
        pages: async function* () {
          for (;;) {
            pages += 1;
            advance(60_000);
            yield [];
          }
        },
      },
      rounds: { find: async () => undefined, save: async () => {} },
    });
    expect(await review({})).toMatchObject({ status: 'out-of-time', customersReviewed: 0 });
    expect(pages).toBe(10);
  });

  it('without a model asks once, and goes on where it was when there is one', async () => {
    const { update, review, world, asked, round } = reviewSetUp();
    world.isModelDown = true;
    await update(profileOf('a'), profileOf('bb'));
    asked.length = 0;
    expect(await review()).toMatchObject({ status: 'model-unavailable', customersPredicted: 0 });
    expect(asked).toEqual([1]);
    expect(round()).toEqual({ day: '2026-01-10', nextShare: 1 });
    world.isModelDown = false;
    expect(await review()).toMatchObject({ status: 'complete', customersPredicted: 2 });
  });

  it('keeps what it can of the others when one cannot be written', async () => {
    const { update, review, world, deps, entryOf } = reviewSetUp();
    world.isModelDown = true;
    await update(profileOf('a'), profileOf('b'));
    world.isModelDown = false;
    const { replace } = deps.states;
    deps.states.replace = async (customerId, next) => {
      if (customerId === 'a') throw new Error('throttled');
      return replace(customerId, next);
    };
    expect(await review()).toMatchObject({ status: 'complete', customersFailed: 1 });
    expect(entryOf('b')?.prediction).toBeDefined();
  });
});
