import type { MinuteRate } from './minute-rates.ts';

const shortestMinutes = 10;
const longestPauseMinutes = 3;
const leastBpm = 100;
const leastAboveResting = 40;
/** Share of the peak that still counts as effort. */
const nearPeak = 0.9;
const recoveryMinutes = 2;

/** A stretch of sustained elevated heart rate. */
export interface ExerciseBout {
  readonly firstMinute: number;
  readonly lastMinute: number;
  readonly meanBpm: number;
  readonly peakBpm: number;
  /** Beats/min lost in the two minutes after the last minute near the peak; null where they were not recorded. */
  readonly recoveryBpm: number | null;
}

/**
 * Stretches of ten minutes or more at 40 beats above rest and at least 100 a minute, with pauses of at most three
 * minutes. They look like exercise; what the wearer did is not on record.
 *
 * Recovery is read two minutes after effort ends, as in Shetler et al. 2001 (J Am Coll Cardiol 38:1980), effort
 * being 90 % of the bout's peak.
 *
 * @param minutes - ascending
 * @param restingBpm - null gives no bouts, since nothing says what is elevated
 * @example
 * exerciseBouts([], 60) // => []
 */
export const exerciseBouts = (
  minutes: readonly MinuteRate[],
  restingBpm: number | null,
): readonly ExerciseBout[] => {
  if (restingBpm === null) return [];
  const limit = Math.max(leastBpm, restingBpm + leastAboveResting);
  const stretches: MinuteRate[][] = [];
  for (const rate of minutes.filter(({ bpm }) => bpm >= limit)) {
    const current = stretches.at(-1);
    if (current !== undefined && rate.minute - current.at(-1)!.minute <= longestPauseMinutes) {
      current.push(rate);
    } else {
      stretches.push([rate]);
    }
  }
  const byMinute = new Map(minutes.map(({ minute, bpm }) => [minute, bpm]));
  return stretches
    .filter((stretch) => stretch.at(-1)!.minute - stretch[0]!.minute + 1 >= shortestMinutes)
    .map((stretch) => toBout(stretch, byMinute));
};

const toBout = (stretch: readonly MinuteRate[], byMinute: ReadonlyMap<number, number>): ExerciseBout => {
  const peakBpm = stretch.reduce((peak, { bpm }) => Math.max(peak, bpm), 0);
  const effortEnds = stretch.findLast(({ bpm }) => bpm >= nearPeak * peakBpm)!;
  const later = byMinute.get(effortEnds.minute + recoveryMinutes);
  return {
    firstMinute: stretch[0]!.minute,
    lastMinute: stretch.at(-1)!.minute,
    meanBpm: stretch.reduce((sum, { bpm }) => sum + bpm, 0) / stretch.length,
    peakBpm,
    recoveryBpm: later === undefined ? null : effortEnds.bpm - later,
  };
};
