import { mean } from '../../stats/mean.ts';
import type { MinuteRate } from './minute-rates.ts';

const stretchMinutes = 5;
/** Two hours of stretches: below that the lowest tenth would be one or none. */
const fewestStretches = 24;
const lowestShare = 0.1;

/**
 * An estimate of the resting heart rate: the mean of the lowest tenth of the five-minute means.
 *
 * Wearables use the low end of the day in much the same way; it needs no knowledge of steps or sleep, and a single
 * low sample moves it little.
 *
 * @param minutes - ascending
 * @returns beats/min; null under two hours with data
 * @example
 * restingRate([{ minute: 0, bpm: 60, offsetMinutes: 0 }]) // => null
 */
export const restingRate = (minutes: readonly MinuteRate[]): number | null => {
  const stretches = new Map<number, number[]>();
  for (const { minute, bpm } of minutes) {
    const stretch = Math.floor(minute / stretchMinutes);
    const rates = stretches.get(stretch);
    if (rates === undefined) stretches.set(stretch, [bpm]);
    else rates.push(bpm);
  }
  if (stretches.size < fewestStretches) return null;
  const means = [...stretches.values()].map((rates) => mean(rates)).sort((a, b) => a - b);
  return mean(means.slice(0, Math.ceil(means.length * lowestShare)));
};
