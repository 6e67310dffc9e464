import { countCells } from './count-cells.ts';
import type { FittedOrdinal } from './fitted-step.ts';
import { cellAt, type Frame, type NamedColumn } from './frame.ts';
import { categoryPlaces } from './known-categories.ts';
import type { EncodeStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import { columnOf, stepColumns } from './step-columns.ts';

/** Learns the order of the categories of columns: numbers ascending, texts by code point. */
export const fitOrdinal = (
  { columns, unknown = 'ignore' }: EncodeStep & { method: 'ordinal' },
  frame: Frame,
): FittedOrdinal => ({
  step: 'encode',
  method: 'ordinal',
  unknown,
  columns: stepColumns(frame, columns, 'text').map(([name, column]) => ({
    name,
    categories: [...countCells(column).keys()].filter((category) => category !== null),
  })),
});

/**
 * Replaces each category by its place, from 0, as scikit-learn's `OrdinalEncoder(unknown_value=-1,
 * encoded_missing_value=nan)`: one that training did not have is −1, or refused; a missing cell stays missing.
 */
export const applyOrdinal = (fitted: FittedOrdinal, frame: Frame): Frame =>
  replaceColumns(
    frame,
    new Map(
      fitted.columns.map(({ name, categories }): [string, readonly NamedColumn[]] => {
        const column = columnOf(frame, name);
        // Null stands last, so that it has a place and is not taken for an unknown category.
        const places = categoryPlaces(column, { name, categories: [...categories, null] }, fitted.unknown);
        const values = Float64Array.from(places, (place, row) =>
          cellAt(column, row) === null ? Number.NaN : place,
        );
        return [name, [[name, { kind: 'number', values }]]];
      }),
    ),
  );
