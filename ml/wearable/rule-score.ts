import { anomalousScore } from './calibrated-score.ts';

/** What a person is doing, as far as heart rate is concerned. */
export type Activity = 'asleep' | 'resting' | 'light' | 'active' | 'unknown';

/** The score that a heart rate far outside its range approaches. */
const highestRuleScore = 0.95;

/**
 * Heart rates of adults that need no explanation, beats/min. At rest the bounds are those at which Apple Watch and
 * Fitbit warn out of the box (40 and 120 while inactive); asleep lower on both sides; in movement up to about the
 * maximum of a young adult (220 − 20, Fox et al. 1971).
 */
export const heartRateBounds: Readonly<Record<Activity, { readonly low: number; readonly high: number }>> = {
  asleep: { low: 35, high: 105 },
  resting: { low: 40, high: 120 },
  light: { low: 45, high: 150 },
  active: { low: 50, high: 200 },
  unknown: { low: 40, high: 180 },
};

export interface RuleScore {
  /** 0 inside the range, from 0.7 to below 0.95 outside it. */
  readonly score: number;
  readonly reason: 'in-range' | 'heart-rate-low' | 'heart-rate-high' | 'no-heart-rate';
}

/**
 * The score where there is too little context for the model: 0 inside the physiological range for the activity,
 * 0.7 at its bound, rising to 0.95 with the distance (half of the way at 20 % beyond the bound).
 *
 * Always a number, since the watch's field cannot be empty; `no-heart-rate` is 0 for want of any evidence.
 *
 * @param heartRateBpm - beats/min, > 0, or absent
 * @param activity - what the person is doing
 * @example
 * ruleScore(72, 'resting') // => { score: 0, reason: 'in-range' }
 * ruleScore(120, 'resting') // => { score: 0.7, reason: 'heart-rate-high' }
 * ruleScore(144, 'resting').score // => 0.825
 * ruleScore(undefined, 'unknown') // => { score: 0, reason: 'no-heart-rate' }
 */
export const ruleScore = (heartRateBpm: number | undefined, activity: Activity): RuleScore => {
  if (heartRateBpm === undefined) return { score: 0, reason: 'no-heart-rate' };
  const { low, high } = heartRateBounds[activity];
  if (heartRateBpm >= high) return { score: outside(heartRateBpm / high - 1), reason: 'heart-rate-high' };
  if (heartRateBpm <= low) return { score: outside(low / heartRateBpm - 1), reason: 'heart-rate-low' };
  return { score: 0, reason: 'in-range' };
};

/** @param beyond - share of the bound by which the rate lies beyond it, ≥ 0 */
const outside = (beyond: number): number =>
  anomalousScore + (highestRuleScore - anomalousScore) * (1 - 0.2 / (0.2 + beyond));

/** Steps/min from which walking is brisk enough to raise the heart (Tudor-Locke et al. 2018: moderate from 100). */
const activeCadence = 60;

/** A map, since the watch chooses the word, and a plain object knows "constructor", too. */
const activityByState: ReadonlyMap<string, Activity> = new Map([
  ['sleeping', 'asleep'],
  ['asleep', 'asleep'],
  ['sleep', 'asleep'],
  ['resting', 'resting'],
  ['rest', 'resting'],
  ['sedentary', 'resting'],
  ['still', 'resting'],
  ['light', 'light'],
  ['walking', 'light'],
  ['active', 'active'],
  ['running', 'active'],
  ['cycling', 'active'],
  ['exercise', 'active'],
  ['vigorous', 'active'],
]);

/**
 * What a person is doing, from what the watch calls it or else from the steps.
 *
 * @param activityState - the watch's word, in any case, if it sent one
 * @param stepsPerMinute - over the last minutes, if known
 * @example
 * activityOf('RUNNING', 0) // => 'active'
 * activityOf(undefined, 0) // => 'resting'
 * activityOf('none', undefined) // => 'unknown'
 */
export const activityOf = (activityState?: string, stepsPerMinute?: number): Activity => {
  const known = activityState === undefined ? undefined : activityByState.get(activityState.toLowerCase());
  if (known !== undefined) return known;
  if (stepsPerMinute === undefined) return 'unknown';
  if (stepsPerMinute >= activeCadence) return 'active';
  return stepsPerMinute > 0 ? 'light' : 'resting';
};
