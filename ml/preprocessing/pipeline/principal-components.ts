import { PCA } from 'ml-pca';
import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { TableError } from '../table-error.ts';
import type { FittedPca } from './fitted-step.ts';
import type { Frame, NamedColumn } from './frame.ts';
import type { ReduceStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import { numberColumn, numberColumns } from './step-columns.ts';

const complete = (frame: Frame, name: string): Float64Array => {
  const { values } = numberColumn(frame, name);
  const missing = values.findIndex(Number.isNaN);
  if (missing === -1) return values;
  throw new TableError(
    `Row ${missing + 1}, column ${name}: principal components need every cell: impute first.`,
    {
      row: missing + 1,
      column: name,
    },
  );
};

/** Turned so that the weight largest in size is positive: the sign of a component says nothing. */
const turned = (weights: readonly number[]): number[] => {
  const largest = weights.reduce((best, weight) => (Math.abs(weight) > Math.abs(best) ? weight : best), 0);
  return weights.map((weight) => (largest < 0 ? -weight : weight));
};

/** How many components together explain more than a share, as scikit-learn counts them. */
const countFor = (shares: readonly number[], varianceShare: number): number => {
  let explained = 0;
  const enough = shares.findIndex((share) => {
    explained += share;
    return explained > varianceShare;
  });
  return enough === -1 ? shares.length : enough + 1;
};

const requireEnough = (rows: number, width: number, keep: ReduceStep['keep']): void => {
  if (rows < 2 || width < 1) {
    throw new InsufficientDataError('Principal components need two rows or more, and a column of numbers.', {
      rows,
      columns: width,
    });
  }
  const most = Math.min(rows, width);
  if ('components' in keep && keep.components > most) {
    throw new InsufficientDataError(
      `${keep.components} components were asked for; ${rows} rows of ${width} columns have ${most}: ask for fewer.`,
      { rows, columns: width, components: keep.components },
    );
  }
};

/**
 * Learns the principal components of columns of numbers, by singular values of the centred rows (ml-pca), as
 * scikit-learn's `PCA`: unscaled, the first explains most, each turned so that its weight largest in size is positive.
 * By share, as many as together explain more than it. Pearson 1901.
 *
 * @throws {InsufficientDataError} when there are fewer than two rows, or fewer components than asked for
 * @throws {TableError} when a cell is missing, or nothing varies and a share of the variance is asked for
 */
export const fitPca = (step: ReduceStep, frame: Frame): FittedPca => {
  const names = numberColumns(frame, step.columns).map(([name]) => name);
  const columns = names.map((name) => complete(frame, name));
  requireEnough(frame.rowCount, names.length, step.keep);
  const rows = Array.from({ length: frame.rowCount }, (_, row) => columns.map((values) => values[row]!));
  const { means, S: variances, U: loadings } = new PCA(rows, { center: true, scale: false }).toJSON();
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  if (total === 0 && 'varianceShare' in step.keep) {
    throw new TableError('No column varies, so that no component explains a share: leave the step out.');
  }
  const shares = variances
    .slice(0, Math.min(frame.rowCount, names.length))
    .map((variance) => (total === 0 ? 0 : variance / total));
  const count = 'components' in step.keep ? step.keep.components : countFor(shares, step.keep.varianceShare);
  return {
    step: 'reduce',
    method: 'pca',
    columns: names.map((name, column) => ({ name, mean: means[column]! })),
    components: shares.slice(0, count).map((share, component) => ({
      weights: turned(loadings.getColumn(component)),
      variance: variances[component]!,
      share,
    })),
  };
};

/** Replaces the columns by `pca_1`, `pca_2`, …, after all others: distances from the means along each component. */
export const applyPca = ({ columns, components }: FittedPca, frame: Frame): Frame => {
  const inputs = columns.map(({ name, mean }) => ({ mean, values: complete(frame, name) }));
  const scores = components.map(({ weights }, component): NamedColumn => {
    const values = new Float64Array(frame.rowCount);
    inputs.forEach(({ values: input, mean }, column) => {
      input.forEach((value, row) => {
        values[row]! += (value - mean) * weights[column]!;
      });
    });
    return [`pca_${component + 1}`, { kind: 'number', values }];
  });
  return replaceColumns(frame, new Map(columns.map(({ name }) => [name, []])), scores);
};
