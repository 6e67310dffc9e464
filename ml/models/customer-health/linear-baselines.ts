import { pickRows } from '../../preprocessing/pick-rows.ts';
import { fitLogisticRegression, type LogisticRegression, linearLogits } from '../logistic-regression.ts';
import { ridgeRegression } from '../ridge-regression.ts';
import type { CustomerTask } from './customer-tasks.ts';

/** A task, and rows to learn it from. */
export interface TaskRows {
  readonly task: Pick<CustomerTask, 'activation' | 'scale'>;
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float64Array;
  /** Shape [n]; NaN is missing. */
  readonly labels: Float64Array;
}

/**
 * The linear model of one task: logistic regression (C = 1) of a probability or a score, ridge regression of an
 * amount. Rows without a label are left out.
 *
 * @param rows - at least one has a label
 * @param features - columns of x
 */
export const fitLinearBaseline = ({ task, x, labels }: TaskRows, features: number): LogisticRegression => {
  const rows = [...labels.keys()].filter((row) => !Number.isNaN(labels[row]));
  const weighted = {
    values: pickRows(x, rows, new Float64Array(rows.length * features)),
    labels: rows.map((row) => (labels[row] as number) / task.scale),
    weights: rows.map(() => 1),
  };
  return task.activation === 'sigmoid'
    ? fitLogisticRegression(weighted, features, 1)
    : ridgeRegression(weighted, features, 1);
};

/**
 * What such a model gives, in the units of the label.
 *
 * @param x - normalised, row by row, shape [n × features]
 * @returns shape [n]
 */
export const linearPredictions = (
  model: LogisticRegression,
  task: TaskRows['task'],
  x: Float64Array,
): Float64Array =>
  linearLogits(model, x).map((logit) =>
    task.activation === 'sigmoid' ? task.scale / (1 + Math.exp(-logit)) : logit,
  );
