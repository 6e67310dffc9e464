import { keyedOrder } from './keyed-order.ts';
import { SingleClassError } from './single-class-error.ts';

export interface PersonSplitOptions {
  /** Share of persons to validate on, 0–1. */
  readonly validationSplit: number;
  readonly seed: number;
  readonly secret: string;
}

/**
 * Chooses the persons to validate on: a stratified sample, so that both sides have both kinds of person in
 * nearly the share of the whole.
 *
 * round(persons × validationSplit) of them (half up), given to the two strata by largest remainder, a tie to the
 * rarer crisis; at least one person of each stratum stays on each side.
 *
 * @param highestLabels - each person's highest label
 * @returns the validation persons
 * @throws {SingleClassError} when a class has fewer than two persons
 */
export const splitPersons = (
  highestLabels: ReadonlyMap<string, 0 | 1>,
  options: PersonSplitOptions,
): ReadonlySet<string> => {
  const persons = keyedOrder([...highestLabels.keys()], { ...options, purpose: 'split' });
  const positives = persons.filter((person) => highestLabels.get(person) === 1);
  const negatives = persons.filter((person) => highestLabels.get(person) === 0);
  requireTwoOfEach(negatives.length, positives.length);

  const wanted = clamp(Math.round(persons.length * options.validationSplit), 2, persons.length - 2);
  const validationPositives = clamp(
    // With two strata, the largest remainder is rounding the share of one of them.
    Math.round((positives.length * wanted) / persons.length),
    Math.max(1, wanted - (negatives.length - 1)),
    Math.min(positives.length - 1, wanted - 1),
  );
  return new Set([
    ...positives.slice(0, validationPositives),
    ...negatives.slice(0, wanted - validationPositives),
  ]);
};

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

const requireTwoOfEach = (negativePersons: number, positivePersons: number) => {
  if (negativePersons >= 2 && positivePersons >= 2) return;
  throw new SingleClassError(
    `Training and validation need at least two persons of each class, one for each side; there are ` +
      `${positivePersons} with a crisis and ${negativePersons} without. Take in more people (a smaller minDays, ` +
      'a later asOf) or more cut-offs per user.',
    { positivePersons, negativePersons },
  );
};
