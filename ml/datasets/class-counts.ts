/** Rows of each class. */
export interface ClassCounts {
  readonly negative: number;
  readonly positive: number;
}

/**
 * How many rows carry each label.
 *
 * @example
 * countClasses([{ label: 1 }, { label: 0 }, { label: 1 }]) // => { negative: 1, positive: 2 }
 */
export const countClasses = (rows: readonly { readonly label: 0 | 1 }[]): ClassCounts => {
  const positive = rows.reduce((count, row) => count + row.label, 0);
  return { negative: rows.length - positive, positive };
};
