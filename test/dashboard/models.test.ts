import { describe, expect, it } from 'vitest';
import { auditTable } from '../../dashboard/src/view/audit-table.ts';
import { jobTable } from '../../dashboard/src/view/job-table.ts';
import {
  metricPoints,
  metricTable,
  metricText,
  seriesByMetric,
} from '../../dashboard/src/view/model-series.ts';
import { isSummary, type Series } from '../../dashboard/src/view/summary.ts';

const point = (at: string, value: number, interval: { low: number; high: number } | null = null) => {
  return { at, version: 1, value, low: interval?.low ?? null, high: interval?.high ?? null };
};
const series: Series[] = [
  {
    metric: 'auc',
    environment: 'production',
    split: 'live',
    points: [
      point('2026-11-01T00:00:00Z', 0.8, { low: 0.75, high: 0.85 }),
      point('2026-11-03T00:00:00Z', 0.78),
    ],
  },
  { metric: 'auc', environment: 'staging', split: 'test', points: [point('2026-11-02T00:00:00Z', 0.81)] },
];

describe('metrics', () => {
  it('are one line for each environment and split', () => {
    const byMetric = seriesByMetric({ modelId: 'crisis', production: 1, series });
    expect([...byMetric.keys()]).toEqual(['auc']);
    expect(metricPoints(series).map(({ line }) => line)).toEqual([
      'production, live',
      'production, live',
      'staging, test',
    ]);
  });

  it('are told newest first, with intervals where they are known', () => {
    expect(metricTable('auc', series).rows).toEqual([
      ['3 Nov 2026, 00:00', '1', 'production', 'live', '0.78', '–'],
      ['2 Nov 2026, 00:00', '1', 'staging', 'test', '0.81', '–'],
      ['1 Nov 2026, 00:00', '1', 'production', 'live', '0.8', '0.75 to 0.85'],
    ]);
    expect(metricText(series)).toBe('0.78 in production on live data; 0.81 in staging on test data');
  });
});

describe('jobs and audit entries', () => {
  it('become rows', () => {
    const job = { jobName: 'job', status: 'InProgress', startedAt: '2026-11-01T00:00:00Z', endedAt: null };
    expect(jobTable([job]).rows).toEqual([['job', 'in progress', '1 Nov 2026, 00:00', '–']]);
    const entry = {
      sequence: 7,
      at: '2026-11-01T00:00:00Z',
      actor: 'admin',
      action: 'features.extract',
      outcome: 'done' as const,
    };
    expect(auditTable([entry]).rows).toEqual([
      ['7', '1 Nov 2026, 00:00', 'admin', 'features.extract', 'done'],
    ]);
  });
});

describe('an answer', () => {
  const summary = {
    generatedAt: '2026-11-01T00:00:00Z',
    smallestGroup: 11,
    datasets: [],
    models: [],
    anomalies: { scores: [], alertsByDay: [] },
    trainingJobs: [],
    audit: [],
  };

  it('is the summary when it has all its parts', () => {
    expect(isSummary(summary)).toBe(true);
  });

  it.each(Object.keys(summary))('without %s is not', (part) => {
    expect(isSummary({ ...summary, [part]: undefined })).toBe(false);
  });

  it.each([null, 'text', 3, []])('such as %j is not', (answer) => {
    expect(isSummary(answer)).toBe(false);
  });
});
