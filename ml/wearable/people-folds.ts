/** With more people than this, several share a fold: each fold is a fit of its own. */
const mostFolds = 20;

/** Which windows are left out together. */
export interface PeopleFolds {
  readonly count: number;
  /** Of each window, 0 … count − 1, shape [n]. */
  readonly foldOf: Int32Array;
}

/**
 * Folds in which nobody stands on two sides: one for each person, or for several people where there are more than 20.
 *
 * @param people - whose each window is, shape [n]
 * @example
 * peopleFolds(['ada', 'ben', 'ada']).foldOf // => Int32Array.of(0, 1, 0)
 */
export const peopleFolds = (people: readonly string[]): PeopleFolds => {
  const names = [...new Set(people)];
  const count = Math.min(names.length, mostFolds);
  const folds = new Map(names.map((name, index) => [name, index % count]));
  return { count, foldOf: Int32Array.from(people, (person) => folds.get(person)!) };
};
