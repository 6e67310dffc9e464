import { isWeekend } from '../../time/is-weekend.ts';
import type { ZoneClock } from '../../time/zone-clock.ts';
import type { KnownFeature } from '../preparation/known-feature.ts';

/** 1970-01-01 was a Thursday, the fourth day of a week that begins on Monday. */
const weekdayOfDayZero = 3;
const msPerDay = 86_400_000;

/** December to February is winter, 0; then spring, summer, autumn: northern, meteorological. */
const seasonOf = (month: number): number => Math.floor((month % 12) / 3);

const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** A place on a circle of so many steps, as sine and cosine, so that the last is next to the first. */
const onCircle = (name: string, place: number, steps: number): readonly (readonly [string, number])[] => [
  [`${name}_sin`, Math.sin((2 * Math.PI * place) / steps)],
  [`${name}_cos`, Math.cos((2 * Math.PI * place) / steps)],
];

/**
 * The local time of an instant: hour (0 to 23), weekday (0 Monday to 6 Sunday), month (1 to 12) and season (0 winter to
 * 3 autumn, those of the north, by months), each also on a circle, and whether it is a weekend. Always known.
 *
 * @param asOf - milliseconds since 1970 UTC
 */
export const temporalFeatures = (asOf: number, clock: ZoneClock): readonly KnownFeature[] => {
  const day = clock.dayOf(asOf);
  const hour = clock.hourOf(asOf);
  const weekday = modulo(day + weekdayOfDayZero, 7);
  const month = new Date(day * msPerDay).getUTCMonth() + 1;
  const season = seasonOf(month);
  const values: readonly (readonly [string, number])[] = [
    ['hour', hour],
    ...onCircle('hour', hour, 24),
    ['weekday', weekday],
    ...onCircle('weekday', weekday, 7),
    ['month', month],
    ...onCircle('month', month - 1, 12),
    ['season', season],
    ...onCircle('season', season, 4),
    ['is_weekend', isWeekend(day) ? 1 : 0],
  ];
  return values.map(([name, value]) => ({ name, value, coverage: 1 }));
};
