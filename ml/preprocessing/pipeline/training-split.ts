import type { ColumnRoles } from './column-roles.ts';
import type { Column } from './frame.ts';
import type { Row } from './row.ts';

/** Rows that a pipeline may learn from. The only thing that `fitPipeline` takes beside the steps. */
export interface TrainingSplit {
  readonly part: 'training';
  readonly roles: ColumnRoles;
  readonly rows: readonly Row[];
  /** Of columns whose cells may all be missing here, so that later rows are read as what they are. */
  readonly kinds?: Readonly<Record<string, Column['kind']>> | undefined;
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
