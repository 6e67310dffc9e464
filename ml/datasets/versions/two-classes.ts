import type { Cell } from '../../preprocessing/pipeline/row.ts';
import type { Sample } from './sample.ts';

/**
 * The two values of a target, the one that counts as 1 last: `positive` where it is given, else the rarer, else the
 * later in order.
 *
 * @returns undefined where the target has not exactly two values, or a missing one
 * @example
 * twoClasses(['No', 'Yes', 'No']) // => ['No', 'Yes']
 * twoClasses([0, 1, 1, 1], 1) // => [0, 1]
 * twoClasses([1, 2, 3]) // => undefined
 */
export const twoClasses = (
  targets: readonly Cell[],
  positive?: Cell,
): readonly [negative: Cell, positive: Cell] | undefined => {
  const counts = new Map<Cell, number>();
  for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  if (counts.size !== 2 || counts.has(null)) return undefined;
  const rank = (cell: Cell) => (cell === positive ? 1 : 0);
  const [first, second] = [...counts].sort(
    ([a, countA], [b, countB]) =>
      rank(a) - rank(b) || countB - countA || (`${a ?? ''}` < `${b ?? ''}` ? -1 : 1),
  );
  return first === undefined || second === undefined ? undefined : [first[0], second[0]];
};

/**
 * Tells a sample's class: 1 where its target is the positive value.
 *
 * @param classes - undefined: the target is none of two
 */
export const classOfTarget =
  (target: string | undefined, classes: readonly [Cell, Cell] | undefined) =>
  ({ cells }: Sample): 0 | 1 | undefined => {
    if (target === undefined || classes === undefined) return undefined;
    return cells[target] === classes[1] ? 1 : 0;
  };
