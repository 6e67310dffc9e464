import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crisisFeatureNames,
  crisisFeatureSchemaVersion,
} from '../../../ml/features/crisis-feature-schema.ts';
import { anyJournal, anyJournalWithCutoff, manyZones, withItemsOf } from '../../support/any-journal.ts';
import { crisisFeatures } from '../../support/crisis-features.ts';

const empty = { moods: [], chats: [], selfies: [], sessions: [] };

describe('the 49 features', () => {
  it('are 49, all different, in the order of the schema', () => {
    expect(crisisFeatureNames).toHaveLength(49);
    expect(new Set(crisisFeatureNames).size).toBe(49);
    expect(crisisFeatureNames[0]).toBe('mood_trend_7day');
    expect(crisisFeatureNames[20]).toBe('daily_checkin_frequency');
    expect(crisisFeatureNames[35]).toBe('sentiment_trend_7day');
    expect(crisisFeatureNames[48]).toBe('crisis_keywords');
    expect(crisisFeatureSchemaVersion).toBe(1);
    const features = crisisFeatures({ timeZone: 'UTC', ...empty }, 0);
    expect(Object.keys(features)).toEqual([...crisisFeatureNames]);
  });

  it.each(manyZones)(
    'say the middle of the scale and nothing else where nothing is known, in %s',
    (timeZone) => {
      const features = crisisFeatures({ timeZone, ...empty }, Date.UTC(2024, 1, 29, 12));
      const known = {
        mood_mean_7day: 5,
        mood_min_7day: 5,
        mood_max_7day: 5,
        mood_mean_14day: 5,
        mood_mean_30day: 5,
        missing_days_7day: 7,
      };
      expect(features).toEqual({
        ...Object.fromEntries(crisisFeatureNames.map((name) => [name, 0])),
        ...known,
      });
    },
  );

  it('do not change, whatever happens after asOf', () => {
    fc.assert(
      fc.property(
        anyJournalWithCutoff.chain(({ cutoff, journal }) =>
          anyJournal(cutoff).map((other) => ({ cutoff, journal, other })),
        ),
        fc.integer({ min: 7, max: 60 }),
        ({ cutoff, journal, other }, days) => {
          const changed = withItemsOf(journal, other, 'after', cutoff);
          expect(crisisFeatures(changed, cutoff, days)).toEqual(crisisFeatures(journal, cutoff, days));
        },
      ),
    );
  });

  it('are always finite numbers within their ranges', () => {
    const shares = crisisFeatureNames.filter((name) => /(?<!(checkin|selfie))_frequency|_rate$/.test(name));
    fc.assert(
      fc.property(anyJournalWithCutoff, fc.integer({ min: 1, max: 365 }), ({ cutoff, journal }, days) => {
        const features = crisisFeatures(journal, cutoff, days);
        for (const name of crisisFeatureNames) expect(features[name], name).toSatisfy(Number.isFinite);
        for (const name of shares.filter((name) => name !== 'mood_decline_rate')) {
          expect(features[name], name).toBeGreaterThanOrEqual(0);
          expect(features[name], name).toBeLessThanOrEqual(1);
        }
        expect(features['mood_min_7day']).toBeLessThanOrEqual(features['mood_mean_7day']!);
        expect(features['mood_max_7day']).toBeGreaterThanOrEqual(features['mood_mean_7day']!);
        expect(features['mood_variance_7day']).toBeCloseTo(features['mood_std_7day']! ** 2, 9);
        expect(features['missing_days_7day']).toBeGreaterThanOrEqual(0);
        expect(features['hopelessness_score']).toBeLessThanOrEqual(1);
      }),
    );
  });
});
