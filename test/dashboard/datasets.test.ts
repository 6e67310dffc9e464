import { describe, expect, it } from 'vitest';
import { classBars, classTable } from '../../dashboard/src/view/class-balance.ts';
import { datasetsTable, versionsTable } from '../../dashboard/src/view/dataset-tables.ts';
import {
  byShift,
  decileRows,
  distributionTable,
  distributionText,
  hasValues,
  shiftOf,
} from '../../dashboard/src/view/distributions.ts';
import { missingBars, missingTable } from '../../dashboard/src/view/missingness.ts';
import type { DatasetFigures, Distribution, Latest } from '../../dashboard/src/view/summary.ts';

const missing = { missingShare: 0.25, parentMissingShare: 0.1 };
const age = {
  type: 'number' as const,
  column: 'age',
  ...missing,
  deciles: [20, 25, 30, 35, 40, 45, 50, 55, 60],
  parentDeciles: [19, 24, 29, 34, 39, 44, 49, 54, 59],
};
const plan = {
  type: 'text' as const,
  column: 'plan',
  missingShare: 0,
  parentMissingShare: 0,
  values: [
    { value: 'basic', share: 0.5, parentShare: 0.2 },
    { value: 'extra', share: 0.5, parentShare: 0.8 },
  ],
};
const still = { ...plan, column: 'still', values: [{ value: 'a', share: 1, parentShare: 1 }] };
const latest: Latest = {
  version: '1.1.0',
  parent: '1.0.0',
  classBalance: [
    { value: 'No', train: 36, test: 12 },
    { value: 'Yes', train: 15, test: null },
  ],
  distributions: [still, age, plan],
};
const dataset: DatasetFigures = {
  datasetId: 'churn',
  versions: [
    { version: '1.1.0', createdAt: '2026-11-02T10:00:00Z', state: 'superseded', rows: 60, people: 60 },
    { version: '1.0.0', createdAt: '2026-11-01T10:00:00Z', state: 'current', rows: null, people: null },
  ],
  latest,
};

describe('datasets', () => {
  it('are listed by the newest version in use', () => {
    const few = 'fewer than 11';
    const unused = { ...dataset, datasetId: 'old', versions: [] };
    expect(datasetsTable([dataset, unused], 11).rows).toEqual([
      ['churn', '1.0.0', few, few, '1 Nov 2026, 10:00'],
      ['old', 'none in use', '–', '–', '–'],
    ]);
    expect(versionsTable(dataset, 11).rows.map(([version, state]) => [version, state])).toEqual([
      ['1.1.0', 'superseded'],
      ['1.0.0', 'in use'],
    ]);
  });

  it('draw no bar for a class of few people, and say so in the table', () => {
    expect(classBars(latest)).toEqual([
      { value: 'No', side: 'Train', count: 36 },
      { value: 'No', side: 'Test', count: 12 },
      { value: 'Yes', side: 'Train', count: 15 },
    ]);
    expect(classTable(latest, 11).rows[1]).toEqual(['Yes', '15', 'fewer than 11']);
  });

  it('show what is missing most, most first, and every column in the table', () => {
    expect(missingBars(latest)).toEqual([{ column: 'age', share: 0.25, parentShare: 0.1 }]);
    expect(missingTable(latest).rows).toEqual([
      ['still', '0 %', '0 %'],
      ['age', '25 %', '10 %'],
      ['plan', '0 %', '0 %'],
    ]);
    expect(missingTable({ ...latest, parent: null }).columns).toHaveLength(2);
  });
});

describe('distributions', () => {
  it('come with those first that moved most', () => {
    // Every decile moved by 1, of a 20–80 % range of 54 - 24 = 30.
    expect(shiftOf(age)).toBeCloseTo(1 / 30, 12);
    // (|0.5 - 0.2| + |0.5 - 0.8|) / 2.
    expect(shiftOf(plan)).toBeCloseTo(0.3, 12);
    expect(byShift(latest.distributions).map(({ column }) => column)).toEqual(['plan', 'age', 'still']);
  });

  it('have not moved where there is nothing to compare with', () => {
    expect(shiftOf({ ...age, parentDeciles: null })).toBe(0);
    const alone = plan.values.map((value) => ({ ...value, parentShare: null }));
    expect(shiftOf({ ...plan, values: alone })).toBe(0);
  });

  it('of a constant column that moved count as moved', () => {
    const constant = { ...age, deciles: Array<number>(9).fill(2), parentDeciles: Array<number>(9).fill(1) };
    expect(shiftOf(constant)).toBe(1);
  });

  it('are drawn as a row for the version and one for its parent', () => {
    expect(decileRows(age, latest)).toEqual([
      { of: '1.1.0', isParent: false, p10: 20, p20: 25, median: 40, p80: 55, p90: 60 },
      { of: '1.0.0', isParent: true, p10: 19, p20: 24, median: 39, p80: 54, p90: 59 },
    ]);
    expect(decileRows({ ...age, deciles: [], parentDeciles: null }, latest)).toEqual([]);
    expect(hasValues({ ...age, deciles: [] })).toBe(false);
  });

  it('are told in words and figures', () => {
    expect(distributionText(age)).toBe('Median 40, 39 before.');
    expect(distributionText(plan)).toBe('Most frequent: basic, 50 %, 20 % before.');
    const empty: Distribution = { ...age, deciles: [], parentDeciles: null };
    expect(distributionText(empty)).toBe('Every cell is missing.');
    expect(distributionTable(age, latest).rows[4]).toEqual(['50 %', '40', '39']);
    expect(distributionTable(plan, { version: '1.0.0', parent: null }).rows[0]).toEqual(['basic', '50 %']);
  });
});
