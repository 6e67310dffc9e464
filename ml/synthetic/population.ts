import { InvalidRequestError } from '../invalid-request-error.ts';
import { seededRandom } from '../random/seeded-random.ts';
import { simulateUser } from './simulate-user.ts';
import type { SyntheticItem } from './synthetic-item.ts';

export interface PopulationOptions {
  /** How many people, ≥ 0. */
  readonly users: number;
  /** Local dates to simulate for each, ≥ 1. */
  readonly days: number;
  readonly seed: number;
  /** The last local date, days since 1970-01-01; nothing lies after it in anybody's zone. */
  readonly endDay: number;
}

export interface SyntheticUser {
  readonly userId: string;
  readonly timeZone: string;
  readonly optedOut: boolean;
  /** The profile, then everything else in order of time. */
  readonly items: readonly SyntheticItem[];
  /** End of the local date seven before the last, milliseconds since 1970 UTC. */
  readonly cutoff: number;
  /**
   * The true probability of a crisis label at the cut-off, which only a generator can know; undefined where too few
   * dates are simulated, or none of the simulated futures gets a label.
   *
   * A thousand dates and more are simulated for it at each call, always the same ones: hence not for all who only
   * want the items.
   */
  readonly risk: () => number | undefined;
}

/**
 * People who never lived, with journals that could have been: about 350 items each in 180 days.
 *
 * One at a time, so memory does not grow with their number. The same options give the same bytes; person k is the
 * same whatever the number of people.
 *
 * @throws {InvalidRequestError} when an option is not a whole number in its range
 */
export function* generatePopulation(options: PopulationOptions): Generator<SyntheticUser, void, undefined> {
  requireWholeNumber('users', options.users, 0);
  requireWholeNumber('days', options.days, 1);
  requireWholeNumber('seed', options.seed, Number.MIN_SAFE_INTEGER);
  requireWholeNumber('endDay', options.endDay, Number.MIN_SAFE_INTEGER);
  const root = seededRandom(options.seed);
  for (let index = 0; index < options.users; index += 1) {
    yield simulateUser({ ...options, index }, root.fork(`person ${index}`));
  }
}

const requireWholeNumber = (name: string, value: number, least: number) => {
  if (Number.isSafeInteger(value) && value >= least) return;
  const allowed = `a whole number${least >= 0 ? ` of at least ${least}` : ''}`;
  throw new InvalidRequestError([{ field: name, allowed, arrived: String(value) }]);
};
