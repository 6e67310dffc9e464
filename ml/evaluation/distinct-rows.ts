export interface DistinctRows {
  /** Number of the first row of each set of copies, ascending, shape [m]. */
  readonly rows: readonly number[];
  /** 1 / (distinct rows of that row's person), shape [m]: each person weighs 1 in all. */
  readonly weights: Float64Array;
}

/** Rows as they stand in a file, possibly with copies made to balance the classes. */
export interface IdentifiedRows {
  /** Whose row it is, shape [n]. */
  readonly ids: readonly string[];
  /** 0 or 1, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** Row by row, shape [n × features]; NaN is a missing cell. */
  readonly values: Float64Array;
}

/**
 * Undoes oversampling: keeps one of the rows with the same id, the same label and the same features, and weights
 * what is left so that each person counts once.
 *
 * A person with n distinct rows (several cut-offs) has each weighted 1/n. Taking only the latest would throw
 * measurements away, and the file does not say which is the latest.
 *
 * @example
 * distinctRows({ ids: ['a', 'a', 'b'], labels: [1, 1, 0], values: new Float64Array([5, 5, 5]) }).rows // => [0, 2]
 * Array.from(distinctRows({ ids: ['a', 'a'], labels: [1, 1], values: new Float64Array([5, 6]) }).weights) // => [0.5, 0.5]
 */
export const distinctRows = ({ ids, labels, values }: IdentifiedRows): DistinctRows => {
  const width = ids.length === 0 ? 0 : values.length / ids.length;
  const rowsOf = new Map<string, number[]>();
  const isCopy = (row: number, other: number): boolean => {
    if (labels[row] !== labels[other]) return false;
    for (let column = 0; column < width; column += 1) {
      if (!Object.is(values[row * width + column], values[other * width + column])) return false;
    }
    return true;
  };
  ids.forEach((id, row) => {
    const known = rowsOf.get(id);
    if (known === undefined) rowsOf.set(id, [row]);
    else if (!known.some((other) => isCopy(row, other))) known.push(row);
  });
  const rows = [...rowsOf.values()].flat().sort((a, b) => a - b);
  const weights = Float64Array.from(rows, (row) => 1 / (rowsOf.get(ids[row] as string)?.length ?? 1));
  return { rows, weights };
};
