import { seededRandom } from '../../random/seeded-random.ts';
import { pearsonCorrelation } from '../../stats/pearson-correlation.ts';
import { populationVariance } from '../../stats/population-variance.ts';
import { TableError } from '../table-error.ts';
import { chiSquared } from './chi-squared.ts';
import type { FittedSelect } from './fitted-step.ts';
import type { Frame, NumberColumn } from './frame.ts';
import {
  continuousMutualInformation,
  discreteMutualInformation,
  partEqualValues,
} from './mutual-information.ts';
import type { SelectStep } from './preprocessing-step.ts';
import { replaceColumns } from './replace-columns.ts';
import { numberColumns, presentValues } from './step-columns.ts';
import { classTarget, numericTarget } from './target-values.ts';

type NamedNumbers = readonly [name: string, column: NumberColumn];

interface Judged {
  readonly name: string;
  readonly score: number;
  readonly pValue?: number;
}

const defaultNeighbours = 3;
/** A column of more values than this holds amounts and not codes. */
const mostCodes = 20;

const complete = ([name, { values }]: NamedNumbers): Float64Array => {
  if (values.some(Number.isNaN)) {
    throw new TableError(`Column ${name} has missing cells, which cannot be judged: impute first.`, {
      column: name,
    });
  }
  return values;
};

const rangeOf = (values: Float64Array): number => {
  const sorted = values.toSorted();
  return sorted.at(-1)! - sorted[0]!;
};

/** With nothing required, the range too: rounding can give equal values some variance, but no range. */
const varianceOf = ([name, column]: NamedNumbers, above: number): Judged => {
  const present = presentValues(column);
  if (present.length === 0) return { name, score: 0 };
  const variance = populationVariance(present);
  return { name, score: above === 0 ? Math.min(variance, rangeOf(present)) : variance };
};

const isCodes = (values: Float64Array): boolean =>
  values.every(Number.isInteger) && new Set(values).size <= mostCodes;

const informationJudge = (step: SelectStep & { method: 'mutual-information' }, frame: Frame) => {
  const classes = classTarget(frame);
  const listed = step.discrete === undefined ? undefined : new Set(step.discrete);
  const random = seededRandom(step.seed ?? 0);
  return (named: NamedNumbers): Judged => {
    const name = named[0];
    const values = complete(named);
    const isDiscrete = listed === undefined ? isCodes(values) : listed.has(name);
    const score = isDiscrete
      ? discreteMutualInformation(values, classes)
      : continuousMutualInformation(
          partEqualValues(values, random.fork(name)),
          classes,
          step.neighbours ?? defaultNeighbours,
        );
    return { name, score };
  };
};

const chiSquaredJudge = (frame: Frame) => {
  const classes = classTarget(frame);
  return (named: NamedNumbers): Judged => {
    const values = complete(named);
    if (values.some((value) => value < 0)) {
      throw new TableError(
        `Column ${named[0]} has values below 0, which chi² cannot judge: scale to 0 … 1.`,
        {
          column: named[0],
        },
      );
    }
    return { name: named[0], ...chiSquared(values, classes) };
  };
};

const judgeOf = (step: SelectStep, frame: Frame): ((named: NamedNumbers) => Judged) => {
  switch (step.method) {
    case 'variance':
      return (named) => varianceOf(named, step.above ?? 0);
    case 'correlation': {
      const target = numericTarget(frame);
      return (named) => ({
        name: named[0],
        score: Math.abs(pearsonCorrelation(complete(named), target)),
      });
    }
    case 'chi2':
      return chiSquaredJudge(frame);
    case 'mutual-information':
      return informationJudge(step, frame);
  }
};

/** Of equal scores the later column stays, as `SelectKBest` has it. */
const bestNames = (judged: readonly Judged[], top: number): ReadonlySet<string> =>
  new Set(
    judged
      .toSorted((one, other) => one.score - other.score)
      .slice(-top)
      .map(({ name }) => name),
  );

/**
 * Judges columns of numbers on training rows and chooses which stay; columns that the step does not judge all stay.
 *
 * - `variance`: scikit-learn's `VarianceThreshold`
 * - `correlation`: the size of Pearson's r with the target, `r_regression`
 * - `chi2`: `chi2`; columns ≥ 0
 * - `mutual-information`: `mutual_info_classif`: exact for codes; for amounts the same estimator of Ross 2014. It
 *   differs in the noise of 1e-10 that parts equal values (seeded here, numpy's there), so that columns with equal
 *   values can score otherwise, as they do there from one random state to the next; and in which columns it takes
 *   for codes when none are named (here: at most 20 values, all whole; there: none).
 *
 * @throws {TableError} when a column is not there, holds texts, has missing cells (but for `variance`) or values below
 *   0 (`chi2`), the target is missing, or nothing would stay
 */
export const fitSelect = (step: SelectStep, frame: Frame): FittedSelect => {
  const judged = numberColumns(frame, step.columns).map(judgeOf(step, frame));
  const kept =
    step.method === 'variance'
      ? new Set(judged.filter(({ score }) => score > (step.above ?? 0)).map(({ name }) => name))
      : bestNames(judged, step.top);
  if (judged.length > 0 && kept.size === 0) {
    throw new TableError(
      'No column varies more than the selection asks for, so none would stay: ask for less.',
      {
        columns: judged.length,
      },
    );
  }
  return {
    step: 'select',
    method: step.method,
    columns: judged.map((column) => ({ ...column, isKept: kept.has(column.name) })),
  };
};

/** Leaves out the columns that were judged and not kept. */
export const applySelect = ({ columns }: FittedSelect, frame: Frame): Frame =>
  replaceColumns(frame, new Map(columns.filter(({ isKept }) => !isKept).map(({ name }) => [name, []])));
