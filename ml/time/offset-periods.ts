import { Temporal } from 'temporal-polyfill';

/** A stretch of time, `start` ≤ t < `end`, through which a zone's clocks are `offsetMs` ahead of UTC. */
export interface OffsetPeriod {
  readonly start: number;
  readonly end: number;
  readonly offsetMs: number;
}

const nsPerMs = 1_000_000;
/** Some four centuries of zones that change twice a year; beyond that the oldest knowledge is dropped. */
const mostPeriodsKept = 800;

/**
 * The stretches of constant offset of a time zone, looked up in the system's zone database as they are asked for
 * and then kept, since asking costs some thousand times as much as a comparison.
 *
 * @param timeZone - IANA name, known to exist
 */
export const offsetPeriods = (timeZone: string): { at(at: number): OffsetPeriod } => {
  const kept: OffsetPeriod[] = [];

  const lookUp = (at: number): OffsetPeriod => {
    const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone);
    const end = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    // The previous transition is strictly earlier: one that happens at this very moment must count too.
    const start =
      here.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ??
      Number.NEGATIVE_INFINITY;
    return { start, end, offsetMs: here.offsetNanoseconds / nsPerMs };
  };

  return {
    at: (at) => {
      const known = kept.find((period) => at >= period.start && at < period.end);
      if (known !== undefined) return known;
      const period = lookUp(at);
      if (kept.length === mostPeriodsKept) kept.shift();
      kept.push(period);
      return period;
    },
  };
};
