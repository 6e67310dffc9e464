import type { WearerSample } from './wearer-sample.ts';

/** Of the files that `wellcast generate wearable` writes. */
export const wearableCsvHeader = 'userId,timestamp,heartRate,steps,calories,distance,label';

/**
 * A sample as a line of CSV, without the line's end; what was not measured is an empty cell.
 *
 * @example
 * csvLine({ userId: 'a', timestampMs: 5, heartRate: 61, steps: 0, calories: 0.1, label: 'normal' }) // => 'a,5,61,0,0.1,,normal'
 */
export const csvLine = (sample: WearerSample): string => {
  const { userId, timestampMs, heartRate, steps, calories, distance, label } = sample;
  return [userId, timestampMs, heartRate, steps, calories, distance, label]
    .map((cell) => cell ?? '')
    .join(',');
};
