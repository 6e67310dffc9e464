import { expect, test } from 'vitest';
import { aucOfRisk, judgedRows } from './judged-rows.ts';

test.each([7, 8, 9, 10])(
  'on 2,000 people of seed %i the best possible AUC is about .8 and at most .85',
  (seed) => {
    const rows = judgedRows({ users: 2000, days: 180, seed, endDay: 20_193 });
    expect(aucOfRisk(rows)).toBeGreaterThan(0.78);
    expect(aucOfRisk(rows)).toBeLessThanOrEqual(0.85);
  },
);
