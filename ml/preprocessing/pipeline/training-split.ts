import type { ColumnRoles } from './column-roles.ts';
import type { Row } from './row.ts';

/** Rows that a pipeline may learn from. The only thing that `fitPipeline` takes beside the steps. */
export interface TrainingSplit {
  readonly part: 'training';
  readonly roles: ColumnRoles;
  readonly rows: readonly Row[];
}

/** Rows to measure on: a pipeline is applied to them and never fitted, which the type forbids. */
export interface HeldOutSplit {
  readonly part: 'held-out';
  readonly roles: ColumnRoles;
  readonly rows: readonly Row[];
}

/**
 * Declares that all these rows are training rows, as when whoever sends them has split them already.
 *
 * @example
 * trainingSplit([{ age: 3 }], {}).part // => 'training'
 */
export const trainingSplit = (rows: readonly Row[], roles: ColumnRoles): TrainingSplit => ({
  part: 'training',
  roles,
  rows,
});
