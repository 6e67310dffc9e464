import type { Random } from '../random/seeded-random.ts';
import { zoneClock } from '../time/zone-clock.ts';
import type { Feeling } from './feeling.ts';
import type { Person } from './person.ts';

const msPerHour = 3_600_000;
const lateHours = [23, 0, 1, 2, 3, 4] as const;
const earliestHour = 5;
const latestHour = 22;
const hoursAroundFavourite = 3;

/** One date of one person. */
export interface PersonDate {
  readonly person: Person;
  readonly feeling: Feeling;
  /** Local date, days since 1970-01-01. */
  readonly day: number;
}

/**
 * When on a date something happens: near the hour that the person prefers, or at night, from 23:00 to 04:59. Nights
 * grow likelier with isolation and despair (Perlis et al. 2016 on nocturnal wakefulness).
 *
 * @returns instant on that local date, milliseconds since 1970 UTC
 */
export const drawMoment = ({ person, feeling, day }: PersonDate, random: Random): number => {
  const clock = zoneClock(person.timeZone);
  const start = clock.endOfDay(day - 1) + 1;
  const hour = drawHour(person, feeling, random);
  // The last second stays free, so that two items at one instant can be moved apart.
  const at = start + hour * msPerHour + random.int(msPerHour - 1000);
  // On a date whose clocks change, a later hour is not that many hours after midnight: turn it by the difference.
  const ahead = ((hour - clock.hourOf(at) + 36) % 24) - 12;
  return Math.max(at + ahead * msPerHour, start);
};

const drawHour = (person: Person, feeling: Feeling, random: Random): number => {
  const late = 1 / (1 + Math.exp(2.8 - 1.4 * feeling.isolation - 0.2 * feeling.despair));
  if (random.bernoulli(late)) return lateHours[random.int(lateHours.length)]!;
  const hour = Math.round(person.favouriteHour + hoursAroundFavourite * random.normal());
  return Math.min(Math.max(hour, earliestHour), latestHour);
};
