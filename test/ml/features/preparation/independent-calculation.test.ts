import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { extractPreparationFeatures } from '../../../../ml/features/preparation/extract-preparation-features.ts';

const Entries = z.array(z.object({ at: z.number(), value: z.number(), source: z.string().optional() }));
const Fixture = z.object({
  timeZone: z.string(),
  asOf: z.number(),
  windowDays: z.number(),
  entries: z.record(z.string(), Entries),
  features: z.record(z.string(), z.number().nullable()),
  coverage: z.record(z.string(), z.number()),
});

// How it was made: test/fixtures/preparation-features/make-fixtures.py, with pandas 3.1.1 and scipy 1.17.1.
const { timeZone, asOf, windowDays, entries, features, coverage } = Fixture.parse(
  JSON.parse(
    readFileSync(new URL('../../../fixtures/preparation-features/reference.json', import.meta.url), 'utf8'),
  ),
);

describe('health features', () => {
  it('equal those that pandas and scipy calculate, to 1e-9', () => {
    const extracted = extractPreparationFeatures({
      entries: { health: entries, engagement: { checkIns: [], sessions: [], uses: [] } },
      asOf,
      timeZone,
      windowDays,
      types: ['health'],
    });
    const names = Object.keys(features);
    expect(names.length).toBe(4 * 34);
    for (const name of names) {
      const [actual, expected] = [extracted.features[name], features[name]];
      if (typeof actual === 'number' && typeof expected === 'number') {
        expect(Math.abs(actual - expected), `${name}: ${actual} for ${expected}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        );
      } else expect(actual, name).toBe(expected);
      expect(extracted.coverage[name], name).toBeCloseTo(coverage[name]!, 12);
    }
  });
});
