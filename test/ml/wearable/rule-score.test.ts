import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Activity, activityOf, heartRateBounds, ruleScore } from '../../../ml/wearable/rule-score.ts';

const anyActivity = fc.constantFrom<Activity>('asleep', 'resting', 'light', 'active', 'unknown');
const anyRate = fc.double({ min: 1, max: 250, noNaN: true });

describe('ruleScore', () => {
  it('is 0 inside the range, and from 0.7 to below 0.95 outside', () => {
    fc.assert(
      fc.property(anyActivity, anyRate, (activity, bpm) => {
        const { low, high } = heartRateBounds[activity];
        const { score } = ruleScore(bpm, activity);
        if (bpm > low && bpm < high) expect(score).toBe(0);
        else {
          expect(score).toBeGreaterThanOrEqual(0.7);
          expect(score).toBeLessThan(0.95);
        }
      }),
    );
  });

  it('rises with the distance from the range', () => {
    fc.assert(
      fc.property(anyActivity, anyRate, anyRate, (activity, a, b) => {
        const { high } = heartRateBounds[activity];
        const [less, more] = [high + Math.min(a, b), high + Math.max(a, b)];
        expect(ruleScore(less, activity).score).toBeLessThanOrEqual(ruleScore(more, activity).score);
      }),
    );
  });

  it('lets a runner have what nobody has at rest', () => {
    expect(ruleScore(165, activityOf(undefined, 160)).score).toBe(0);
    expect(ruleScore(165, activityOf(undefined, 0)).reason).toBe('heart-rate-high');
    expect(ruleScore(38, activityOf('SLEEPING')).score).toBe(0);
    expect(ruleScore(38, activityOf('resting')).reason).toBe('heart-rate-low');
  });

  it.each(['constructor', '__proto__', 'toString', 'a word that nobody knows'])(
    'takes whatever a watch says that its wearer does: %s',
    (word) => {
      expect(activityOf(word)).toBe('unknown');
      expect(activityOf(word, 0)).toBe('resting');
    },
  );
});
