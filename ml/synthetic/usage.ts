import type { Random } from '../random/seeded-random.ts';
import type { PersonDate } from './draw-moment.ts';
import { quietShare } from './expression.ts';

/** How the app is used on one date beside what is said in it; no label depends on it. */
export interface Usage {
  readonly sessionsSeconds: readonly number[];
  readonly selfies: number;
  /** Probability that a mood entry is tagged. */
  readonly tagProbability: number;
}

/** Spread of session lengths, standard deviation of their logarithm. */
const sessionSpread = 0.35;

/**
 * Draws sessions and selfies: the isolated stay longer and show themselves less, the despairing leave more undone
 * (anhedonia).
 */
export const drawUsage = ({ person, feeling }: PersonDate, quiet: boolean, random: Random): Usage => {
  const present = quiet ? quietShare : 1;
  const sessions = random.poisson(person.sessionsPerDay * present);
  const median = person.sessionSeconds * Math.exp(0.6 * feeling.isolation);
  return {
    sessionsSeconds: Array.from({ length: sessions }, () =>
      Math.max(5, Math.round(median * Math.exp(sessionSpread * random.normal()))),
    ),
    selfies: random.poisson(
      person.selfiesPerDay * Math.exp(0.5 * feeling.activation - 0.6 * feeling.isolation) * present,
    ),
    tagProbability: person.tagHabit / (1 + Math.exp(0.7 * feeling.despair + 0.9 * feeling.isolation - 0.7)),
  };
};
