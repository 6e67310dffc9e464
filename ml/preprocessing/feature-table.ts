import { pickRows } from './pick-rows.ts';
/** Labelled numeric rows, as read from one or several files. */
export interface FeatureTable {
  /** One name per column, distinct. */
  readonly featureNames: readonly string[];
  /** Whose row it is, shape [rows]. */
  readonly ids: readonly string[];
  /** 0 or 1, shape [rows]. */
  readonly labels: Uint8Array;
  /** Row by row, shape [rows × features]; NaN is a missing cell, nothing else is not finite. */
  readonly values: Float64Array;
}

/**
 * The named rows of a table, in the order asked for.
 *
 * @param rows - row numbers, 0 … rows − 1; may repeat
 * @example
 * selectRows({ featureNames: ['x'], ids: ['a', 'b'], labels: new Uint8Array([0, 1]), values: new Float64Array([5, 6]) }, [1]).ids // => ['b']
 */
export const selectRows = (table: FeatureTable, rows: readonly number[]): FeatureTable => {
  const width = table.featureNames.length;
  const values = pickRows(table.values, rows, new Float64Array(rows.length * width));
  return {
    featureNames: table.featureNames,
    ids: rows.map((row) => table.ids[row] as string),
    labels: Uint8Array.from(rows, (row) => table.labels[row] as number),
    values,
  };
};
