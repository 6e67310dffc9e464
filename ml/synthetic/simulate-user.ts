import type { Random } from '../random/seeded-random.ts';
import { zoneClock } from '../time/zone-clock.ts';
import { crisisRisk } from './crisis-risk.ts';
import { express } from './expression.ts';
import { type Happening, happeningItem, profileItem } from './items.ts';
import { feelingOf, firstMind, type Mind, nextMind } from './mind.ts';
import { drawPerson, type Person } from './person.ts';
import type { SyntheticUser } from './population.ts';
import { maybeSpoil } from './spoil-item.ts';
import type { SyntheticItem } from './synthetic-item.ts';
import { drawUsage } from './usage.ts';
import { userIdOf } from './user-id.ts';
import { writeDate } from './write-date.ts';

const msPerDay = 86_400_000;
/** The cut-off lies so many dates before the last one: a full look-ahead. */
const lookAheadDates = 7;
const riskFutures = 200;

/**
 * One person, from traits through states of mind to items.
 *
 * Each stage draws from a fork of its own, so that, say, another wording changes nobody's course.
 */
export const simulateUser = (
  options: { readonly seed: number; readonly index: number; readonly days: number; readonly endDay: number },
  random: Random,
): SyntheticUser => {
  const person = drawPerson(random.fork('person'));
  const userId = userIdOf(options.seed, options.index);
  const { happenings, mindAtCutoff } = liveThrough(person, options, random);
  const cutoffDay = options.endDay - lookAheadDates;
  return {
    userId,
    timeZone: person.timeZone,
    optedOut: person.optedOut,
    items: [
      profileItem(userId, person),
      ...storedItems(userId, { person, happenings }, random.fork('storage')),
    ],
    cutoff: zoneClock(person.timeZone).endOfDay(cutoffDay),
    // A fork depends on its name alone, so the risk is the same whenever, if ever, it is asked for.
    risk: () =>
      mindAtCutoff &&
      crisisRisk({ person, mind: mindAtCutoff, day: cutoffDay }, riskFutures, random.fork('risk')),
  };
};

const liveThrough = (
  person: Person,
  { days, endDay }: { readonly days: number; readonly endDay: number },
  random: Random,
): { happenings: readonly Happening[]; mindAtCutoff: Mind | undefined } => {
  const [course, saying, using, writing] = ['mind', 'expression', 'usage', 'writing'].map((stage) =>
    random.fork(stage),
  ) as [Random, Random, Random, Random];
  const joinedDay = person.joinedDaysAgo === undefined ? -Infinity : endDay - person.joinedDaysAgo;
  const happenings: Happening[] = [];
  let mind = firstMind(course);
  let mindAtCutoff: Mind | undefined;
  for (let day = endDay - days + 1; day <= endDay; day += 1) {
    mind = nextMind(person, mind, course);
    if (day === endDay - lookAheadDates) mindAtCutoff = mind;
    const expression = express({ person, mind, day }, saying);
    if (day < joinedDay) continue;
    const today = { person, feeling: feelingOf(person, mind), day };
    const usage = drawUsage(today, mind.quiet, using);
    happenings.push(...writeDate(today, { expression, usage }, writing));
  }
  return { happenings, mindAtCutoff };
};

/** In order of time; two of a type at one instant are moved apart, since type and instant make the key. */
const storedItems = (
  userId: string,
  { person, happenings }: { readonly person: Person; readonly happenings: readonly Happening[] },
  random: Random,
): SyntheticItem[] => {
  const clock = zoneClock(person.timeZone);
  const lastOfType = new Map<string, number>();
  return happenings
    .toSorted((a, b) => a.at - b.at)
    .map((happening) => {
      const at = Math.max(happening.at, (lastOfType.get(happening.type) ?? -Infinity) + 1);
      lastOfType.set(happening.type, at);
      const day = clock.dayOf(at);
      const offsetMs = day * msPerDay - (clock.endOfDay(day - 1) + 1);
      const offset = person.writesOffsets && random.bernoulli(0.7) ? offsetMs : undefined;
      return maybeSpoil(happeningItem(userId, { ...happening, at }, offset), random);
    });
};
