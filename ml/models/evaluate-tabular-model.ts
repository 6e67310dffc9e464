import type { BootstrapOptions } from '../evaluation/bootstrap-estimate.ts';
import { distinctRows } from '../evaluation/distinct-rows.ts';
import {
  type ClassifierFigures,
  type EvaluatedRows,
  evaluateClassifier,
} from '../evaluation/evaluate-classifier.ts';
import { type FeatureImportance, permutationImportance } from '../evaluation/permutation-importance.ts';
import { rocAuc } from '../evaluation/roc-auc.ts';
import { type FeatureTable, selectRows } from '../preprocessing/feature-table.ts';
import { imputeMedians } from '../preprocessing/median-imputation.ts';
import { normalize } from '../preprocessing/normalization.ts';
import { TableError } from '../preprocessing/table-error.ts';
import type { TabularModel } from './fit-tabular-model.ts';
import { linearLogits } from './logistic-regression.ts';
import { plattProbabilities } from './platt-scaling.ts';
import { ensembleLogits } from './train-ensemble.ts';

export interface TabularEvaluation {
  readonly figures: ClassifierFigures;
  /** In the order of the columns; measured as a fall of AUC. */
  readonly importance: readonly FeatureImportance[];
  /** What the figures rest on, for curves. */
  readonly rows: EvaluatedRows;
}

const moodColumn = 'mood_mean_7day';
const importanceRepeats = 5;

/** Lower mood in the last week = higher risk. */
const lastWeekMoodScores = (values: Float64Array, featureNames: readonly string[]): Float64Array | null => {
  const column = featureNames.indexOf(moodColumn);
  if (column === -1) return null;
  const width = featureNames.length;
  return Float64Array.from(
    { length: values.length / width },
    (_, row) => -(values[row * width + column] as number),
  );
};

/**
 * Measures a trained model on validation rows: copies collapsed, each person counted once, at natural prevalence,
 * beside logistic regression and last week's mood alone.
 *
 * @param model - from `fitTabularModel`
 * @param table - validation rows with the model's columns in its order, both labels present
 * @param options - number of bootstrap resamples and source of chance
 * @throws {TableError} when there is no row, or one label only
 */
export const evaluateTabularModel = (
  model: TabularModel,
  table: FeatureTable,
  options: BootstrapOptions,
): TabularEvaluation => {
  if (new Set(table.labels).size < 2) {
    throw new TableError(
      `The ${table.ids.length} validation rows do not hold both labels, so nothing can be measured on them: ` +
        'prepare more data.',
    );
  }
  const { params, ensemble, regression } = model;
  const { normalization } = params;
  const { rows: kept, weights } = distinctRows(table);
  const validation = selectRows(table, kept);
  const { featureNames, labels } = validation;
  const normalised = normalize(validation.values, normalization);
  const rows: EvaluatedRows = {
    persons: validation.ids,
    labels,
    weights,
    probabilities: plattProbabilities(ensembleLogits(ensemble, normalised), params.calibration),
    baselineScores: {
      logisticRegression: linearLogits(regression, normalised),
      lastWeekMood: lastWeekMoodScores(imputeMedians(validation.values, normalization.medians), featureNames),
    },
  };
  const importance = permutationImportance(
    {
      featureNames,
      values: normalised,
      measure: (values) => rocAuc(labels, ensembleLogits(ensemble, values), weights),
    },
    importanceRepeats,
    options.random.fork('importance'),
  );
  return { figures: evaluateClassifier(rows, params.threshold, options), importance, rows };
};
