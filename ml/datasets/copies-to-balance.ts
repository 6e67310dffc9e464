import { countClasses } from './class-counts.ts';

/**
 * How often each row is to be written so that both classes have equally many: the rarer class's rows are copied in
 * turn, from the first to the last and again.
 *
 * @param rows - in the order in which copies are to be taken; not mutated
 * @returns times each row is written, ≥ 1, shape [rows]; all 1 if a class is absent
 * @example
 * copiesToBalance([{ label: 0 }, { label: 1 }, { label: 0 }, { label: 0 }]) // => [1, 3, 1, 1]
 * copiesToBalance([{ label: 1 }, { label: 1 }, { label: 0 }, { label: 0 }, { label: 0 }]) // => [2, 1, 1, 1, 1]
 */
export const copiesToBalance = (rows: readonly { readonly label: 0 | 1 }[]): number[] => {
  const { negative, positive } = countClasses(rows);
  if (positive === 0 || negative === 0 || positive === negative) return rows.map(() => 1);
  const minorityLabel = positive < negative ? 1 : 0;
  const minority = Math.min(positive, negative);
  const majority = Math.max(positive, negative);
  const copiesOfEach = Math.floor(majority / minority);
  const withOneMore = majority % minority;
  let nth = 0;
  return rows.map(({ label }) => {
    if (label !== minorityLabel) return 1;
    nth += 1;
    return copiesOfEach + (nth <= withOneMore ? 1 : 0);
  });
};
