import { keyedOrder } from '../datasets/keyed-order.ts';

export interface LineSplitOptions {
  /** Share of persons to validate on, 0–1. */
  readonly validationSplit: number;
  readonly seed: number;
  readonly secret: string;
}

/**
 * Chooses the persons to validate on, so that nobody stands on both sides: round(persons × share), at least one
 * on each side where there are two.
 *
 * There are no classes to keep in balance here, unlike in `splitPersons`; the order is the same keyed one, which
 * nobody can foresee without the secret and which does not depend on the order of the lines.
 *
 * @param personIds - pseudonyms, perhaps repeated
 * @returns the validation persons; none where there are fewer than two persons
 * @example
 * splitLinePersons(['a', 'b', 'a'], { validationSplit: 0.5, seed: 1, secret: 's' }).size // => 1
 * splitLinePersons(['a'], { validationSplit: 0.5, seed: 1, secret: 's' }).size // => 0
 */
export const splitLinePersons = (
  personIds: Iterable<string>,
  options: LineSplitOptions,
): ReadonlySet<string> => {
  const persons = keyedOrder([...new Set(personIds)], { ...options, purpose: 'narrative-split' });
  if (persons.length < 2 || options.validationSplit === 0) return new Set();
  const wanted = Math.round(persons.length * options.validationSplit);
  return new Set(persons.slice(0, Math.min(Math.max(wanted, 1), persons.length - 1)));
};
