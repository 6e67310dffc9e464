import type { Random } from '../random/seeded-random.ts';

/** Rows with the person each belongs to. */
export interface OwnedRows {
  /** Shape [n]. */
  readonly ids: readonly string[];
  /** 0 or 1, shape [n]. */
  readonly labels: ArrayLike<number>;
}

/**
 * Which persons have a row of label 1, and which have none; each in order of first appearance.
 *
 * @example
 * personsByLabel({ ids: ['a', 'b', 'b'], labels: [0, 0, 1] }) // => { positive: ['b'], negative: ['a'] }
 */
export const personsByLabel = ({ ids, labels }: OwnedRows) => {
  const highest = new Map<string, number>();
  ids.forEach((id, row) => {
    highest.set(id, Math.max(highest.get(id) ?? 0, labels[row] as number));
  });
  const persons = [...highest];
  return {
    positive: persons.filter(([, label]) => label === 1).map(([id]) => id),
    negative: persons.filter(([, label]) => label !== 1).map(([id]) => id),
  };
};

/**
 * Deals persons into folds of nearly equal size, both kinds of person evenly (by the highest label of each).
 *
 * @param rows - person and label of each row
 * @param folds - number of folds, ≥ 1
 * @param random - decides who goes where
 * @returns fold of each row, 0 … folds − 1, shape [n]; rows of one person share a fold
 */
export const personFolds = (rows: OwnedRows, folds: number, random: Random): Uint32Array => {
  const { positive, negative } = personsByLabel(rows);
  const dealt = [...random.shuffle(positive), ...random.shuffle(negative)];
  const foldOf = new Map(dealt.map((id, place) => [id, place % folds]));
  return Uint32Array.from(rows.ids, (id) => foldOf.get(id) as number);
};
