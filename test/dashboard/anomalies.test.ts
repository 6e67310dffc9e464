import { describe, expect, it } from 'vitest';
import {
  alertsTable,
  dayBars,
  hiddenBins,
  hiddenDays,
  isNobodyScored,
  isWithoutAlerts,
  scoreBars,
  scoresTable,
} from '../../dashboard/src/view/anomalies.ts';

const scores = [
  { from: 0, to: 0.05, count: 120 },
  { from: 0.05, to: 0.1, count: null },
  { from: 0.1, to: 0.15, count: 0 },
];
const days = [
  { date: '2026-11-01', alerts: 0 },
  { date: '2026-11-02', alerts: null },
  { date: '2026-11-03', alerts: 14 },
];

describe('scores', () => {
  it('have a bar, a mark where they are withheld, or nothing', () => {
    expect(scoreBars(scores)).toEqual([{ from: 0, to: 0.05, count: 120 }]);
    expect(hiddenBins(scores)).toHaveLength(1);
    expect(hiddenBins(scores)[0]).toBeCloseTo(0.075, 12);
  });

  it('stand in the table with what is withheld in words', () => {
    expect(scoresTable(scores, 11).rows).toEqual([
      ['0.00 to 0.05', '120'],
      ['0.05 to 0.10', 'of fewer than 11 people'],
    ]);
  });

  it('of few people are not nobody’s', () => {
    expect(isNobodyScored(scores)).toBe(false);
    expect(isNobodyScored([{ from: 0, to: 0.05, count: null }])).toBe(false);
    expect(isNobodyScored([{ from: 0, to: 0.05, count: 0 }])).toBe(true);
  });
});

describe('alerts', () => {
  it('have a bar, a mark where they are withheld, or nothing', () => {
    expect(dayBars(days)).toEqual([{ date: new Date('2026-11-03'), alerts: 14 }]);
    expect(hiddenDays(days)).toEqual([new Date('2026-11-02')]);
    expect(isWithoutAlerts(days)).toBe(false);
    expect(isWithoutAlerts(days.slice(0, 1))).toBe(true);
  });

  it('stand in the table newest first', () => {
    expect(alertsTable(days, 11).rows).toEqual([
      ['3 Nov 2026', '14'],
      ['2 Nov 2026', 'fewer than 11'],
    ]);
  });
});
