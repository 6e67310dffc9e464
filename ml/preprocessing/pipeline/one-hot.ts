import { TableError } from '../table-error.ts';
import { countCells } from './count-cells.ts';
import type { FittedOneHot } from './fitted-step.ts';
import type { Frame, NamedColumn } from './frame.ts';
import { categoryPlaces } from './known-categories.ts';
import type { EncodeStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import type { Cell } from './row.ts';
import { columnOf, stepColumns } from './step-columns.ts';

const defaultMostCategories = 200;
/** Some 160 MB, and as much again as rows. */
const mostCells = 20_000_000;

/**
 * Learns the categories of columns, as scikit-learn's `OneHotEncoder`: a missing cell is a category of its own where
 * training has one.
 *
 * @throws {TableError} when a column is not there, or has more categories than the step allows
 */
export const fitOneHot = (
  { columns, unknown = 'ignore', mostCategories = defaultMostCategories }: EncodeStep & { method: 'one-hot' },
  frame: Frame,
): FittedOneHot => ({
  step: 'encode',
  method: 'one-hot',
  unknown,
  columns: stepColumns(frame, columns, 'text').map(([name, column]) => {
    const categories = [...countCells(column).keys()];
    if (categories.length > mostCategories) {
      throw new TableError(
        `Column ${name} has ${categories.length} categories, more than ${mostCategories}: encode it as ordinal or ` +
          'target, leave it out, or raise mostCategories.',
        { column: name, categories: categories.length },
      );
    }
    return { name, categories };
  }),
});

const refuseTooManyCells = ({ columns }: FittedOneHot, rowCount: number): void => {
  const cells = columns.reduce((sum, { categories }) => sum + categories.length, 0) * rowCount;
  if (cells <= mostCells) return;
  throw new TableError(
    `One-hot encoding ${rowCount} rows would make ${cells} cells, more than ${mostCells}: send fewer rows at once, or ` +
      'encode columns of many categories as ordinal or target.',
    { rows: rowCount, cells },
  );
};

const columnName = (name: string, category: Cell): string => `${name}=${category ?? '(missing)'}`;

/**
 * Replaces each column by one of 0 and 1 per category, `{column}={category}`, in the order of categories;
 * `{column}=(missing)` for missing cells. A category that training did not have is 0 in all of them, or refused.
 */
export const applyOneHot = (fitted: FittedOneHot, frame: Frame): Frame => {
  refuseTooManyCells(fitted, frame.rowCount);
  return replaceColumns(
    frame,
    new Map(
      fitted.columns.map((known): [string, readonly NamedColumn[]] => {
        const places = categoryPlaces(columnOf(frame, known.name), known, fitted.unknown);
        const flags = known.categories.map(() => new Float64Array(frame.rowCount));
        places.forEach((place, row) => {
          const flag = flags[place];
          if (flag !== undefined) flag[row] = 1;
        });
        return [
          known.name,
          flags.map((values, place) => [
            columnName(known.name, known.categories[place] ?? null),
            { kind: 'number', values },
          ]),
        ];
      }),
    ),
  );
};
