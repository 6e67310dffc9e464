import { TableError } from '../table-error.ts';
import { compareCells } from './count-cells.ts';
import type { Frame } from './frame.ts';
import type { Cell } from './row.ts';

const presentTarget = (frame: Frame): readonly Exclude<Cell, null>[] => {
  if (frame.target === undefined) {
    throw new TableError('The step learns from the target: name the target column of the training rows.');
  }
  return frame.target.map((cell, row) => {
    if (cell === null) {
      throw new TableError(`Row ${row + 1} has no target, and a step learns from it: leave the row out.`, {
        row: row + 1,
      });
    }
    return cell;
  });
};

const sorted = (cells: readonly Exclude<Cell, null>[]) => [...new Set(cells)].sort(compareCells);

/**
 * The target of training rows as amounts: numbers as they are; of two texts the later in order is 1 and the other 0,
 * as scikit-learn's `LabelEncoder`.
 *
 * @returns shape [rows], finite
 * @throws {TableError} when there is none, a row lacks it, or texts are not of two values
 */
export const numericTarget = (frame: Frame): Float64Array => {
  const cells = presentTarget(frame);
  if (cells.every((cell) => typeof cell === 'number')) return Float64Array.from(cells);
  const values = sorted(cells);
  if (values.length > 2 || values.some((value) => typeof value === 'number')) {
    throw new TableError(
      `A target of ${values.length} different values, not all numbers, arrived; the step takes numbers, or two texts.`,
      { values: values.length },
    );
  }
  return Float64Array.from(cells, (cell) => (values.length === 2 && cell === values[1] ? 1 : 0));
};

/**
 * The target of training rows as classes.
 *
 * @returns shape [rows], the place of each row's class among the classes in order
 * @throws {TableError} when there is none, or a row lacks it
 */
export const classTarget = (frame: Frame): Uint32Array => {
  const cells = presentTarget(frame);
  const places = new Map<Cell, number>(sorted(cells).map((value, place) => [value, place]));
  return Uint32Array.from(cells, (cell) => places.get(cell)!);
};
