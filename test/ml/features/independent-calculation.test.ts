import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crisisFeatureNames } from '../../../ml/features/crisis-feature-schema.ts';
import type { Journal } from '../../../ml/features/journal.ts';
import { parseTimestamp } from '../../../ml/time/parse-timestamp.ts';
import { crisisFeatures } from '../../support/crisis-features.ts';

interface Stamped {
  readonly timestamp: string;
}

interface Case {
  readonly timeZone: string;
  readonly asOf: string;
  readonly days: number;
  readonly moods: readonly (Stamped & { mood: number; notes?: string; tags?: string[] })[];
  readonly chats: readonly (Stamped & { text: string })[];
  readonly selfies: readonly Stamped[];
  readonly sessions: readonly (Stamped & { durationSeconds: number })[];
  readonly features: Readonly<Record<string, number>>;
}

/** 40 journals with their features as test/fixtures/features/make.py calculates them. */
const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../fixtures/features/journals.json', import.meta.url), 'utf8'),
);

const timed = <Item extends Stamped>(items: readonly Item[]) =>
  items
    .map(({ timestamp, ...item }) => ({ ...item, at: parseTimestamp(timestamp)! }))
    .sort((one, other) => one.at - other.at);

const journalOf = (one: Case): Journal => ({
  timeZone: one.timeZone,
  moods: timed(one.moods),
  chats: timed(one.chats),
  selfies: timed(one.selfies),
  sessions: timed(one.sessions),
});

describe('the 49 features of 40 random journals', () => {
  it.each(cases.map((one, i) => ({ ...one, number: i + 1 })))(
    'equal an independent calculation to 1e-9: journal $number, $timeZone, $days days to $asOf',
    (one) => {
      const features = crisisFeatures(journalOf(one), parseTimestamp(one.asOf)!, one.days);
      for (const name of crisisFeatureNames) {
        const expected = one.features[name]!;
        expect(
          Math.abs(features[name]! - expected),
          `${name}: ${features[name]} for ${expected}`,
        ).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));
      }
    },
  );

  it('are put to the test: every feature differs from its empty value in some journal', () => {
    expect(cases).toHaveLength(40);
    const silent = crisisFeatures({ timeZone: 'UTC', moods: [], chats: [], selfies: [], sessions: [] }, 0);
    for (const name of crisisFeatureNames) {
      expect(
        cases.some((one) => one.features[name] !== silent[name]),
        name,
      ).toBe(true);
    }
  });
});
