import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glucoseEvents } from '../../../../ml/narratives/glucose/glucose-events.ts';
import { GlucoseInsights } from '../../../../ml/narratives/glucose/glucose-insights.ts';
import { glucoseMetrics } from '../../../../ml/narratives/glucose/glucose-metrics.ts';
import { glucoseNarrative } from '../../../../ml/narratives/glucose/glucose-narrative.ts';
import { glucose, midnightMs, msPerMinute } from '../../../support/health-records.ts';

const iglu = new URL('../../../../../shared/data/iglu-cgm/dexcom_3_subjects.csv.gz', import.meta.url);
const noIglu = 'needs ../shared/data/iglu-cgm, the Dexcom record of three people';

describe('glucoseMetrics', () => {
  it("agrees with R's iglu to the printed digits", (context) => {
    if (!existsSync(iglu)) return context.skip(noIglu);
    const rows = gunzipSync(readFileSync(iglu)).toString().trim().split('\n').slice(1);
    const levels = Map.groupBy(rows, (row) => row.split(',')[0]);
    const printed = [...levels.values()].map((ofOne) => {
      const metrics = glucoseMetrics(ofOne.map((row) => Number(row.split(',')[2])));
      return [
        metrics.cvPercent?.toFixed(1),
        metrics.gmiPercent.toFixed(2),
        metrics.inRangePercent.toFixed(1),
      ];
    });
    // The README of ../shared/data quotes iglu's cv_glu, gmi and in_range_percent.
    expect(printed).toEqual([
      ['26.9', '6.27', '91.7'],
      ['24.0', '8.54', '26.4'],
      ['29.1', '6.99', '81.3'],
    ]);
  });

  it('takes 70 and 180 as in range, and 54 and 250 as not beyond', () => {
    // By hand: of 53, 54, 69, 70, 180, 181, 250, 251 one is < 54, three < 70, two in range, three > 180, one > 250.
    expect(glucoseMetrics([53, 54, 69, 70, 180, 181, 250, 251])).toMatchObject({
      below54Percent: 12.5,
      below70Percent: 37.5,
      inRangePercent: 25,
      above180Percent: 37.5,
      above250Percent: 12.5,
    });
  });

  it('splits all readings between below, in and above range', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 20, max: 600, noNaN: true }), { minLength: 1 }), (levels) => {
        const { below70Percent, inRangePercent, above180Percent } = glucoseMetrics(levels);
        expect(below70Percent + inRangePercent + above180Percent).toBeCloseTo(100, 9);
      }),
    );
  });
});

describe('glucoseEvents', () => {
  const every5 = (levels: readonly number[]) =>
    levels.map((mgPerDl, i) => ({ atMs: i * 5 * msPerMinute, mgPerDl }));
  const low = { isOutside: (level: number) => level < 70, readingMs: 5 * msPerMinute };

  it('needs 15 minutes outside to begin and 15 inside to end', () => {
    expect(glucoseEvents(every5([60, 60, 90, 90]), low)).toBe(0);
    expect(glucoseEvents(every5([60, 60, 60, 90]), low)).toBe(1);
    // Two readings inside are ten minutes: still the same event.
    expect(glucoseEvents(every5([60, 60, 60, 90, 90, 60, 60, 60]), low)).toBe(1);
    expect(glucoseEvents(every5([60, 60, 60, 90, 90, 90, 90, 60, 60, 60]), low)).toBe(2);
  });

  it('ends an event at a silence of more than an hour', () => {
    const later = every5([60, 60, 60]).map((reading) => ({
      ...reading,
      atMs: reading.atMs + 90 * msPerMinute,
    }));
    expect(glucoseEvents([...every5([60, 60, 60]), ...later], low)).toBe(2);
  });

  it('counts single measurements more than an hour apart, each of them', () => {
    const pricks = [0, 30, 240].map((minute) => ({ atMs: minute * msPerMinute, mgPerDl: 60 }));
    expect(glucoseEvents(pricks, { isOutside: (level) => level < 70 })).toBe(2);
  });
});

describe('glucoseNarrative', () => {
  const single = [
    glucose(6 * 60, 95, { relationToMeal: 'fasting' }),
    glucose(9 * 60, 142, { relationToMeal: 'after_meal' }),
    glucose(21 * 60, 88),
  ];

  it('works out finger-pricks by hand', () => {
    const { narrative, clinicalInsights, recordCount } = glucoseNarrative(single, 0);
    // (95 + 142 + 88) / 3 = 108.33; deviations −13.33, 33.67, −20.33 square to 177.8 + 1133.4 + 413.4 = 1724.7;
    // √(1724.7 / 2) = 29.37; 29.37 / 108.33 = 27.1 %.
    expect(GlucoseInsights.parse(clinicalInsights)).toMatchObject({
      mean_mg_dl: 108.3,
      sd_mg_dl: 29.4,
      cv_percent: 27.1,
      gmi_percent: null,
      fasting_mean_mg_dl: 95,
      after_meal_mean_mg_dl: 142,
      is_continuous: false,
      control_status: 'not_assessed',
    });
    expect(recordCount).toBe(3);
    expect(narrative).toMatch(
      /^Blood glucose data show 3 single readings on 1 calendar day\. Mean glucose was 108\.3/,
    );
    expect(narrative).toContain('few of them');
    expect(narrative).not.toContain('GMI');
  });

  it.each([
    [
      ['fasting', 'before_meal', 'after_meal'],
      'Readings marked as fasting (1) averaged 100.0 mg/dL, those marked as before a meal averaged 100.0 mg/dL, those marked as after a meal averaged 100.0 mg/dL.',
    ],
    [['before_meal', 'unknown'], 'Readings marked as before a meal averaged 100.0 mg/dL.'],
    [['after_meal'], 'Readings marked as after a meal averaged 100.0 mg/dL.'],
    [
      ['general', 'unknown'],
      'No reading was marked as fasting or by its relation to a meal, so these cannot be told apart.',
    ],
  ] as const)('tells readings of %j in a whole sentence', (relations, sentence) => {
    const readings = relations.map((relationToMeal, at) => glucose(at * 60, 100, { relationToMeal }));
    expect(glucoseNarrative(readings, 0).narrative).toContain(` ${sentence} `);
  });

  it.each([
    [288, 'over 23.9 hours on'],
    [577, 'over 2.0 days on'],
    [2915, 'over 10.1 days on'],
  ])('gives the span of %i sensor readings in hours up to two days, then in days', (count, span) => {
    const readings = Array.from({ length: count }, (_, at) => glucose(at * 5, 100));
    expect(glucoseNarrative(readings, 0).narrative).toContain(span);
  });

  it('says neither spread nor GMI of one reading', () => {
    const { narrative } = glucoseNarrative([glucose(0, 100)], 0);
    expect(narrative).toContain('It was 100 mg/dL.');
    expect(narrative).not.toMatch(/SD|CV|GMI|NaN|null|undefined/);
  });

  it('takes the night from the offset of the record, and says where there is no telling one', () => {
    // 00:00 to 05:55 UTC; the wearer is an hour ahead, so 60 of 72 readings are before 06:00.
    const readings = Array.from({ length: 72 }, (_, i) => glucose(i * 5, 100));
    expect(glucoseNarrative(readings, 0).clinicalInsights).toMatchObject({ overnight_readings: 60 });
    const inUtc = readings.map((reading) => ({ ...reading, offsetMinutes: 0 }));
    const { narrative, clinicalInsights } = glucoseNarrative(inUtc, 0);
    expect(clinicalInsights).toMatchObject({ overnight_readings: 72, is_local_time_known: false });
    expect(narrative).toContain("may not be the wearer's");
  });

  it('holds readings against the consensus only after 14 days of sufficient wear', () => {
    const days = (count: number, level: (i: number) => number) =>
      Array.from({ length: count * 288 }, (_, i) =>
        glucose(i * 5, level(i), { atMs: midnightMs + i * 300_000 }),
      );
    const good = glucoseNarrative(
      days(15, (i) => 100 + (i % 20)),
      0,
    );
    expect(good.clinicalInsights).toMatchObject({ control_status: 'meets_targets' });
    expect(good.qualityScore).toBe(1);
    expect(good.narrative).not.toContain('first impression');
    const high = glucoseNarrative(
      days(15, () => 200),
      0,
    );
    expect(high.clinicalInsights).toMatchObject({
      control_status: 'outside_targets',
      hyperglycemic_events: 1,
    });
    const short = glucoseNarrative(
      days(3, () => 100),
      0,
    );
    expect(short.clinicalInsights).toMatchObject({ control_status: 'not_assessed' });
    expect(short.narrative).toContain('first impression');
  });

  it('counts a reading that came through two apps once', () => {
    const twice = [...single, { ...single[0]!, id: 'other', source: 'other.app' }];
    expect(glucoseNarrative(twice, 0).clinicalInsights).toMatchObject({ total_readings: 3 });
  });

  it('is valued less for what was left out and for little data', () => {
    expect(glucoseNarrative(single, 3).qualityScore).toBeLessThan(glucoseNarrative(single, 0).qualityScore);
    expect(glucoseNarrative(single, 0).qualityScore).toBeLessThan(0.6);
  });
});
