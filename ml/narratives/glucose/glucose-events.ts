const msPerMinute = 60_000;
/** An event begins and ends with 15 minutes on the other side (Danne et al. 2017, Diabetes Care 40:1631). */
const shortestEventMs = 15 * msPerMinute;
/** After a longer silence nobody knows whether it was still going on. */
const longestSilenceMs = 60 * msPerMinute;

export interface TimedLevel {
  readonly atMs: number;
  readonly mgPerDl: number;
}

/**
 * How often glucose went outside a limit.
 *
 * For a continuous sensor an event is 15 minutes or more outside, ended by 15 minutes inside (Danne et al. 2017);
 * each reading stands for the time until the next, at most `readingMs`. For single measurements it is every reading
 * outside that is more than an hour from the one before.
 *
 * @param readings - ascending in time
 * @param options.readingMs - the usual distance of a sensor's readings; absent for single measurements
 * @example
 * glucoseEvents([0, 5, 10, 15].map((m) => ({ atMs: m * 60_000, mgPerDl: m < 15 ? 60 : 90 })), { isOutside: (level) => level < 70, readingMs: 300_000 }) // => 1
 */
export const glucoseEvents = (
  readings: readonly TimedLevel[],
  { isOutside, readingMs }: { isOutside: (mgPerDl: number) => boolean; readingMs?: number },
): number => {
  let events = 0;
  let first: number | undefined;
  let last = 0;
  let insideSince: number | undefined;
  let previous = Number.NEGATIVE_INFINITY;
  const close = () => {
    if (first === undefined) return;
    if (readingMs === undefined || last + readingMs - first >= shortestEventMs) events += 1;
    first = undefined;
  };
  const isOver = (atMs: number) =>
    atMs - previous > longestSilenceMs ||
    (readingMs === undefined
      ? atMs - last > longestSilenceMs
      : insideSince !== undefined && atMs - insideSince >= shortestEventMs);

  for (const { atMs, mgPerDl } of readings) {
    if (isOver(atMs)) close();
    if (isOutside(mgPerDl)) {
      first ??= atMs;
      last = atMs;
      insideSince = undefined;
    } else {
      insideSince ??= atMs;
    }
    previous = atMs;
  }
  close();
  return events;
};
