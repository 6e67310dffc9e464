import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { personFolds } from '../../models/person-folds.ts';
import { seededRandom } from '../../random/seeded-random.ts';
import { mean } from '../../stats/mean.ts';
import { populationVariance } from '../../stats/population-variance.ts';
import { countCells } from './count-cells.ts';
import type { FittedTarget } from './fitted-step.ts';
import type { Frame, NamedColumn } from './frame.ts';
import { categoryPlaces, type KnownColumn } from './known-categories.ts';
import type { EncodeStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import { columnOf, stepColumns } from './step-columns.ts';
import { numericTarget } from './target-values.ts';

export type TargetStep = EncodeStep & { method: 'target' };

const defaultFolds = 5;

/** Rows by category, and the target of each. */
interface EncodedRows {
  /** Place of each row's category, shape [rows]. */
  readonly places: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/**
 * Each category's mean target, mixed with the mean of all: by `smooth` rows of it, or by empirical Bayes, where a
 * category counts for more the more rows it has and the less they vary. Micci-Barreca 2001, equations 3 to 7.
 *
 * @returns shape [categoryCount]; the mean of all for a category without a row
 * @example
 * categoryEncodings({ places: [0, 0, 1], target: [1, 0, 1] }, 3, 1) // => [5 / 9, 5 / 6, 2 / 3]
 */
export const categoryEncodings = (
  { places, target }: EncodedRows,
  categoryCount: number,
  smooth: 'auto' | number,
): number[] => {
  const sums = new Float64Array(categoryCount);
  const counts = new Float64Array(categoryCount);
  for (let row = 0; row < target.length; row += 1) {
    sums[places[row]!]! += target[row]!;
    counts[places[row]!]! += 1;
  }
  const overall = mean(target);
  const meanOf = (place: number) => sums[place]! / counts[place]!;
  if (smooth !== 'auto') {
    return Array.from(sums, (sum, place) =>
      counts[place] === 0 ? overall : (sum + smooth * overall) / (counts[place]! + smooth),
    );
  }
  const variance = populationVariance(target);
  const squares = new Float64Array(categoryCount);
  for (let row = 0; row < target.length; row += 1) {
    squares[places[row]!]! += (target[row]! - meanOf(places[row]!)) ** 2;
  }
  return Array.from(sums, (_, place) => {
    const between = variance * counts[place]!;
    const total = between + squares[place]! / counts[place]!;
    // A category without a row, or a target that does not vary: NaN or 0 / 0.
    if (!(total > 0)) return overall;
    return (between / total) * meanOf(place) + (1 - between / total) * overall;
  });
};

/**
 * What each row's category is worth by the rows of all other folds, so that no row meets its own target.
 *
 * @param foldOf - shape [rows]; at least two folds hold rows
 * @returns shape [rows]
 */
export const crossFittedEncodings = (
  rows: EncodedRows,
  foldOf: ArrayLike<number>,
  { categoryCount, smooth }: { readonly categoryCount: number; readonly smooth: 'auto' | number },
): Float64Array => {
  const all = Array.from(rows.target as ArrayLike<number>, (_, row) => row);
  const encodings = new Float64Array(all.length);
  for (const fold of new Set(Array.from(foldOf))) {
    const others = all.filter((row) => foldOf[row] !== fold);
    const learned = categoryEncodings(
      { places: others.map((row) => rows.places[row]!), target: others.map((row) => rows.target[row]!) },
      categoryCount,
      smooth,
    );
    for (const row of all) if (foldOf[row] === fold) encodings[row] = learned[rows.places[row]!]!;
  }
  return encodings;
};

/** Persons where rows say whose they are, else each row for itself. */
const trainingFolds = (step: TargetStep, frame: Frame, target: Float64Array): Uint32Array => {
  const ids = Array.from(target, (_, row) =>
    frame.persons === undefined ? String(row) : String(frame.persons[row]),
  );
  if (new Set(ids).size < 2) {
    throw new InsufficientDataError(
      'Target encoding learns each training row from those of other persons: it needs at least two.',
      { persons: new Set(ids).size },
    );
  }
  const random = seededRandom(step.seed ?? 0).fork('target encoding');
  return personFolds({ ids, labels: target }, step.folds ?? defaultFolds, random);
};

/**
 * Learns target encoding: the encodings of all training rows for later rows, and for the training rows themselves
 * what the other folds say of their category.
 *
 * As scikit-learn's `TargetEncoder` on the same folds (a binary or continuous target), `smooth='auto'` included. It
 * differs in who goes into which fold: persons are dealt here whole, stratified by label and seeded, where
 * `TargetEncoder` deals rows by numpy's random state; and a target of several classes is refused.
 *
 * @throws {InsufficientDataError} when there are fewer than two persons
 * @throws {TableError} when a column or the target is not there, or the target is no number and not of two texts
 */
export const fitTargetEncoding = (
  step: TargetStep,
  frame: Frame,
): { readonly fitted: FittedTarget; readonly frame: Frame } => {
  const target = numericTarget(frame);
  const smooth = step.smooth ?? 'auto';
  const foldOf = trainingFolds(step, frame, target);
  const crossFitted = new Map<string, readonly NamedColumn[]>();
  const columns = stepColumns(frame, step.columns, 'text').map(([name, column]) => {
    const categories = [...countCells(column).keys()];
    const rows = { places: categoryPlaces(column, { name, categories }, 'ignore'), target };
    const categoryCount = categories.length;
    const values = crossFittedEncodings(rows, foldOf, { categoryCount, smooth });
    crossFitted.set(name, [[name, { kind: 'number', values }]]);
    return { name, categories, encodings: categoryEncodings(rows, categoryCount, smooth) };
  });
  return {
    fitted: { step: 'encode', method: 'target', targetMean: mean(target), columns },
    frame: replaceColumns(frame, crossFitted),
  };
};

/** Replaces each category by what all training rows said of it; one that training did not have by the target's mean. */
export const applyTargetEncoding = ({ columns, targetMean }: FittedTarget, frame: Frame): Frame =>
  replaceColumns(
    frame,
    new Map(
      columns.map((known: KnownColumn & { encodings: number[] }): [string, readonly NamedColumn[]] => {
        const places = categoryPlaces(columnOf(frame, known.name), known, 'ignore');
        const values = Float64Array.from(places, (place) => known.encodings[place] ?? targetMean);
        return [known.name, [[known.name, { kind: 'number', values }]]];
      }),
    ),
  );
