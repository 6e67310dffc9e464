import { quantileOfSorted } from '../../stats/quantile.ts';
import { fitStandardisation } from '../standardisation.ts';
import { TableError } from '../table-error.ts';
import type { FittedScale } from './fitted-step.ts';
import type { Frame, NamedColumn } from './frame.ts';
import type { ScaleStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import { numberColumn, numberColumns, presentValues } from './step-columns.ts';

interface Scaling {
  readonly centre: number;
  readonly scale: number;
  readonly offset: number;
}

const unscaled: Scaling = { centre: 0, scale: 1, offset: 0 };

/** Where scikit-learn takes a range or a spread for rounding error (`_handle_zeros_in_scale`). */
const smallestSpread = 10 * Number.EPSILON;
const spreadOrOne = (spread: number): number => (spread < smallestSpread ? 1 : spread);

const standardScaling = (present: Float64Array): Scaling => {
  const { means, deviations } = fitStandardisation(present, 1);
  const [centre, deviation] = [means[0]!, deviations[0]!];
  const count = present.length;
  const variance = deviation ** 2;
  // What rounding alone makes of the variance of equal values (`_is_constant_feature`).
  const roundingError = count * Number.EPSILON * variance + (count * centre * Number.EPSILON) ** 2;
  return { centre, scale: variance <= roundingError ? 1 : deviation, offset: 0 };
};

const robustScaling = (present: Float64Array): Scaling => {
  const sorted = present.sort();
  const spread = quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25);
  return { centre: quantileOfSorted(sorted, 0.5), scale: spreadOrOne(spread), offset: 0 };
};

const minMaxScaling = (present: Float64Array, [low, high]: readonly [number, number]): Scaling => {
  if (!(low < high)) {
    throw new TableError('The range of min-max scaling must rise: its second number above its first.', {
      range: [low, high],
    });
  }
  const sorted = present.sort();
  const least = sorted[0]!;
  return { centre: least, scale: spreadOrOne(sorted.at(-1)! - least) / (high - low), offset: low };
};

const scalingOf = (step: ScaleStep, present: Float64Array): Scaling => {
  if (present.length === 0) return unscaled;
  switch (step.method) {
    case 'standard':
      return standardScaling(present);
    case 'robust':
      return robustScaling(present);
    case 'min-max':
      return minMaxScaling(present, step.range ?? [0, 1]);
  }
};

/**
 * Learns the scaling of columns of numbers, as scikit-learn's `StandardScaler` (mean, population deviation),
 * `MinMaxScaler` and `RobustScaler` (median, distance of the quartiles by linear interpolation). Missing cells are
 * left out. A column that is constant keeps its unit (scale 1), so that it becomes 0, or the lower end of the range;
 * one without any value is left alone.
 *
 * @throws {TableError} when a column is not there or holds texts, or the range does not rise
 */
export const fitScale = (step: ScaleStep, frame: Frame): FittedScale => ({
  step: 'scale',
  method: step.method,
  columns: numberColumns(frame, step.columns).map(([name, column]) => ({
    name,
    ...scalingOf(step, presentValues(column)),
  })),
});

/** (value − centre) / scale + offset; missing cells stay missing. */
export const applyScale = ({ columns }: FittedScale, frame: Frame): Frame =>
  replaceColumns(
    frame,
    new Map(
      columns.map(({ name, centre, scale, offset }): [string, readonly NamedColumn[]] => {
        const values = numberColumn(frame, name).values.map((value) => (value - centre) / scale + offset);
        return [name, [[name, { kind: 'number', values }]]];
      }),
    ),
  );
