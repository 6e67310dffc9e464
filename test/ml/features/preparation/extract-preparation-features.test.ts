import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthSeriesName } from '../../../../ml/features/health/health-series.ts';
import { healthSeriesNames } from '../../../../ml/features/health/health-series.ts';
import {
  extractPreparationFeatures,
  type PreparationEntries,
  preparationFeatureNames,
} from '../../../../ml/features/preparation/extract-preparation-features.ts';

const msPerDay = 86_400_000;
const noEngagement = { checkIns: [], sessions: [], uses: [] };
const nothing: PreparationEntries = { health: {}, engagement: noEngagement };
const at = (text: string) => Date.parse(text);
const extract = (entries: Partial<PreparationEntries>, asOf: number, timeZone = 'UTC') =>
  extractPreparationFeatures({ entries: { ...nothing, ...entries }, asOf, timeZone });

describe('without data', () => {
  it('every feature but those of time is null with coverage 0, and never 0', () => {
    const { features, coverage } = extract({}, at('2024-05-05T12:00Z'));
    const names = preparationFeatureNames(['health', 'engagement']);
    expect(names.length).toBe(306 + 24);
    for (const name of names) expect([features[name], coverage[name]]).toEqual([null, 0]);
    for (const name of preparationFeatureNames(['temporal'])) {
      expect(features[name]).not.toBeNull();
      expect(coverage[name]).toBe(1);
    }
  });

  it('of one series says nothing of another', () => {
    const { features } = extract({ health: { mood: [{ at: 5, value: 4 }] } }, 9);
    expect(features['mood_daily_mean']).toBe(4);
    expect(features['steps_daily_mean']).toBeNull();
    expect(features['mood_daily_std']).toBeNull();
    expect(features['mood_daily_trend_slope']).toBeNull();
  });

  it('a count of 0 that was measured is 0', () => {
    const { features } = extract({ health: { steps: [{ at: 5, value: 0 }] } }, 9);
    expect(features['steps_daily_mean']).toBe(0);
    // 0 / 0 says nothing.
    expect(features['steps_daily_cv']).toBeNull();
  });
});

describe('a window shorter than a block', () => {
  it('has no value of that block, and rolling means of what it holds', () => {
    const { features, coverage } = extractPreparationFeatures({
      entries: { ...nothing, health: { mood: [{ at: 5, value: 4 }] } },
      asOf: 9,
      timeZone: 'UTC',
      windowDays: 10,
    });
    expect(features).toMatchObject({ mood_weekly_mean: 4, mood_monthly_mean: null, mood_rolling_30d: 4 });
    expect(coverage).toMatchObject({
      mood_monthly_mean: 0,
      mood_rolling_30d: 1 / 30,
      mood_weekly_mean: 1 / 7,
    });
  });
});

describe('amounts', () => {
  it('of two sources on one date count once, the greater', () => {
    const steps = [
      { at: 1, value: 300, source: 'watch' },
      { at: 2, value: 400, source: 'watch' },
      { at: 2, value: 650, source: 'phone' },
    ];
    expect(extract({ health: { steps } }, 9).features['steps_rolling_7d']).toBe(700);
  });

  it('of an interval count for the date that it says, when it has passed', () => {
    const midnight = at('2024-05-06T00:00Z');
    const steps = [{ at: midnight - 1, countsAt: at('2024-05-05T12:00Z'), value: 9000 }];
    expect(extract({ health: { steps } }, midnight).features['steps_lag_1d']).toBe(9000);
    expect(extract({ health: { steps } }, midnight - 2).features['steps_daily_mean']).toBeNull();
  });
});

describe('the local time', () => {
  it('decides on dates, hour, weekday, month, season and weekend', () => {
    // 2024-03-01T04:30Z is Thursday 29 February 23:30 in New York: winter, and no weekend.
    const asOf = at('2024-03-01T04:30:00Z');
    const { features } = extract({}, asOf, 'America/New_York');
    expect(features).toMatchObject({ hour: 23, weekday: 3, month: 2, season: 0, is_weekend: 0 });
    expect(features['hour_sin']).toBeCloseTo(Math.sin((2 * Math.PI * 23) / 24), 12);
    expect(features['month_cos']).toBeCloseTo(Math.cos(Math.PI / 6), 12);
    expect(features['season_cos']).toBe(1);
    const utc = extract({}, asOf);
    expect(utc.features).toMatchObject({ hour: 4, weekday: 4, month: 3, season: 1 });
    expect(extract({}, at('2024-12-07T00:00Z')).features).toMatchObject({
      weekday: 5,
      season: 0,
      is_weekend: 1,
    });
  });

  it('of an unknown zone is refused', () => {
    expect(() => extract({}, 0, 'Mars/Olympus')).toThrow(
      expect.objectContaining({ code: 'unknown-time-zone' }),
    );
  });
});

describe('engagement', () => {
  const day = (age: number) => at('2024-05-30T12:00Z') - age * msPerDay;
  const asOf = at('2024-05-30T20:00Z');

  it('counts check-ins, active dates, sessions, uses and parts used in 1, 7 and 30 days', () => {
    const engagement = {
      checkIns: [day(0), day(0) + 1, day(3), day(20)].map((instant) => ({ at: instant })),
      sessions: [
        { at: day(1), durationSeconds: 120 },
        { at: day(6), durationSeconds: 360 },
      ],
      uses: [
        { at: day(0), feature: 'mood' },
        { at: day(2), feature: 'chat' },
        { at: day(2), feature: 'chat' },
        { at: day(29), feature: 'selfie' },
      ],
    };
    const { features, coverage } = extract({ engagement }, asOf);
    expect(features).toMatchObject({
      check_ins_1d: 2,
      check_ins_7d: 3,
      check_ins_30d: 4,
      active_days_1d: 1,
      active_days_7d: 5,
      active_days_30d: 7,
      sessions_1d: 0,
      sessions_7d: 2,
      session_minutes_7d: 8,
      session_mean_minutes_7d: 4,
      session_mean_minutes_1d: null,
      uses_30d: 4,
      features_used_7d: 2,
      features_used_30d: 3,
      retention_score_1d: 1,
    });
    expect(coverage['check_ins_30d']).toBe(1);
    // Of 2^(−age/7): ages 0, 1, 2, 3 and 6 of 0 to 6.
    const weight = (ages: readonly number[]) => ages.reduce((sum, age) => sum + 2 ** (-age / 7), 0);
    expect(features['retention_score_7d']).toBeCloseTo(
      weight([0, 1, 2, 3, 6]) / weight([0, 1, 2, 3, 4, 5, 6]),
      12,
    );
  });

  it('is known from the first entry on: before that null, after it a count of 0 is 0', () => {
    const engagement = { ...noEngagement, checkIns: [{ at: day(9) }] };
    const before = extract({ engagement }, day(10));
    expect(before.features['check_ins_30d']).toBeNull();
    const after = extract({ engagement }, asOf);
    expect(after.features).toMatchObject({ check_ins_7d: 0, check_ins_30d: 1, retention_score_7d: 0 });
    expect(after.coverage['check_ins_30d']).toBeCloseTo(10 / 30, 12);
    // This app has never logged a session, so that none is no measurement.
    expect(after.features['sessions_30d']).toBeNull();
    expect(after.coverage['sessions_30d']).toBe(0);
  });
});

const now = at('2024-03-31T10:00Z');
const anyAt = fc.integer({ min: now - 100 * msPerDay, max: now + 20 * msPerDay });
const anyEntry = fc.record({ at: anyAt, value: fc.double({ min: 0, max: 300, noNaN: true }) });
const anyEntries: fc.Arbitrary<PreparationEntries> = fc.record({
  health: fc.dictionary(
    fc.constantFrom(...healthSeriesNames),
    fc.array(anyEntry, { maxLength: 30 }),
  ) as fc.Arbitrary<Partial<Record<HealthSeriesName, { at: number; value: number }[]>>>,
  engagement: fc.record({
    checkIns: fc.array(fc.record({ at: anyAt }), { maxLength: 10 }),
    sessions: fc.array(fc.record({ at: anyAt, durationSeconds: fc.nat(5000) }), { maxLength: 10 }),
    uses: fc.array(fc.record({ at: anyAt, feature: fc.constantFrom('mood', 'chat') }), { maxLength: 10 }),
  }),
});
const anyZone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/New_York');

const upTo = <T extends { readonly at: number }>(entries: readonly T[] | undefined, instant: number) =>
  (entries ?? []).filter((entry) => entry.at <= instant);
const cut = ({ health, engagement }: PreparationEntries, instant: number): PreparationEntries => ({
  health: Object.fromEntries(Object.entries(health).map(([name, of]) => [name, upTo(of, instant)])),
  engagement: {
    checkIns: upTo(engagement.checkIns, instant),
    sessions: upTo(engagement.sessions, instant),
    uses: upTo(engagement.uses, instant),
  },
});

describe('any person’s features', () => {
  it('do not change by anything after the instant', () => {
    fc.assert(
      fc.property(anyEntries, anyAt, anyZone, (entries, asOf, timeZone) => {
        expect(extract(entries, asOf, timeZone)).toEqual(extract(cut(entries, asOf), asOf, timeZone));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same alone and in a batch, and in whatever order entries come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyEntries, anyAt, anyZone), { minLength: 2, maxLength: 4 }),
        (requests) => {
          const batch = requests.map(([entries, asOf, zone]) => extract(entries, asOf, zone));
          const alone = requests.toReversed().map(([entries, asOf, zone]) => extract(entries, asOf, zone));
          expect(alone.toReversed()).toEqual(batch);
          const [entries, asOf, zone] = requests[0]!;
          const turned: PreparationEntries = {
            health: Object.fromEntries(
              Object.entries(entries.health).map(([name, of]) => [name, of?.toReversed()]),
            ),
            engagement: {
              checkIns: entries.engagement.checkIns.toReversed(),
              sessions: entries.engagement.sessions.toReversed(),
              uses: entries.engagement.uses.toReversed(),
            },
          };
          expect(extract(turned, asOf, zone).features).toEqual(batch[0]!.features);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('have the same names in the same order whatever is known, and are finite or null with coverage in 0 … 1', () => {
    fc.assert(
      fc.property(anyEntries, anyAt, anyZone, (entries, asOf, timeZone) => {
        const { features, coverage } = extract(entries, asOf, timeZone);
        expect(Object.keys(features)).toEqual(preparationFeatureNames());
        for (const [name, value] of Object.entries(features)) {
          if (value !== null) expect(Number.isFinite(value)).toBe(true);
          expect(coverage[name]).toBeGreaterThanOrEqual(0);
          expect(coverage[name]).toBeLessThanOrEqual(1);
          if (coverage[name] === 0) expect(value).toBeNull();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are those of the types asked for', () => {
    const { features } = extractPreparationFeatures({
      entries: nothing,
      asOf: now,
      timeZone: 'UTC',
      types: ['temporal', 'engagement'],
    });
    expect(Object.keys(features)).toEqual(preparationFeatureNames(['engagement', 'temporal']));
  });
});
