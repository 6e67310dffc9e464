import { mean } from '../../stats/mean.ts';
import { quantileOfSorted } from '../../stats/quantile.ts';
import { TableError } from '../table-error.ts';
import { countCells } from './count-cells.ts';
import type { FittedImpute } from './fitted-step.ts';
import { forwardFiller } from './forward-fill.ts';
import { type Column, cellAt, type Frame, type NamedColumn } from './frame.ts';
import type { ImputeStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import type { Cell } from './row.ts';
import { columnOf, numberColumn, numberColumns, presentValues, stepColumns } from './step-columns.ts';

/** What a column of numbers without any value is filled with, as scikit-learn's `keep_empty_features` does. */
const fillOfNothing = 0;

const mostFrequent = (column: Column): Cell => {
  let best: Cell = null;
  let bestCount = 0;
  // In the order of categories, so that of several the first one stays.
  for (const [cell, count] of countCells(column)) {
    if (cell !== null && count > bestCount) {
      best = cell;
      bestCount = count;
    }
  }
  return best ?? (column.kind === 'number' ? fillOfNothing : null);
};

const centreOf = (frame: Frame, name: string, strategy: 'mean' | 'median'): number => {
  const present = presentValues(numberColumn(frame, name));
  if (present.length === 0) return fillOfNothing;
  return strategy === 'mean' ? mean(present) : quantileOfSorted(present.sort(), 0.5);
};

/** Columns by default: those of the kind that the strategy can fill. */
const imputedNames = (step: ImputeStep, frame: Frame): readonly string[] => {
  if (step.strategy === 'mean' || step.strategy === 'median') {
    return numberColumns(frame, step.columns).map(([name]) => name);
  }
  if (step.strategy !== 'constant') {
    const names = step.columns ?? [...frame.columns.keys()];
    return stepColumns(frame, names, 'text').map(([name]) => name);
  }
  const kind = typeof step.value === 'number' ? 'number' : 'text';
  return stepColumns(frame, step.columns, kind).map(([name, column]) => {
    if (column.kind === kind) return name;
    throw new TableError(`Column ${name} holds ${column.kind}s and cannot be filled with a ${kind}.`, {
      column: name,
    });
  });
};

const fillOf = (step: ImputeStep, frame: Frame, name: string): Cell => {
  switch (step.strategy) {
    case 'mean':
    case 'median':
      return centreOf(frame, name, step.strategy);
    case 'most-frequent':
      return mostFrequent(columnOf(frame, name));
    case 'constant':
      return step.value;
    case 'forward-fill':
      return null;
  }
};

/**
 * Learns what fills missing cells, as scikit-learn's `SimpleImputer(keep_empty_features=True)`: the mean, the median,
 * the most frequent value (of several the first in order) or a constant. A column of numbers without any value is
 * filled with 0, one of texts by nothing. Forward fill learns nothing (see `forwardFiller`).
 *
 * @throws {TableError} when a column is not there, or of the wrong kind
 */
export const fitImpute = (step: ImputeStep, frame: Frame): FittedImpute => ({
  step: 'impute',
  strategy: step.strategy,
  indicator: step.indicator ?? false,
  columns: imputedNames(step, frame).map((name) => ({ name, fill: fillOf(step, frame, name) })),
});

const filled = (column: Column, fill: Cell): Column => {
  if (column.kind === 'text') {
    return typeof fill === 'string'
      ? { kind: 'text', values: column.values.map((value) => value ?? fill) }
      : column;
  }
  return typeof fill === 'number'
    ? { kind: 'number', values: column.values.map((value) => (Number.isNaN(value) ? fill : value)) }
    : column;
};

const missingFlags = (column: Column): Column => ({
  kind: 'number',
  values: Float64Array.from({ length: column.values.length }, (_, row) =>
    cellAt(column, row) === null ? 1 : 0,
  ),
});

/** Fills missing cells; indicator columns `{column}_missing` come after all others, as they were before filling. */
export const applyImpute = ({ strategy, indicator, columns }: FittedImpute, frame: Frame): Frame => {
  const replacements = new Map<string, readonly NamedColumn[]>();
  const flags: NamedColumn[] = [];
  const carry = strategy === 'forward-fill' ? forwardFiller(frame) : undefined;
  for (const { name, fill } of columns) {
    const column = columnOf(frame, name);
    const after = carry === undefined ? filled(column, fill) : carry(column);
    replacements.set(name, [[name, after]]);
    if (indicator) flags.push([`${name}_missing`, missingFlags(column)]);
  }
  return replaceColumns(frame, replacements, flags);
};
