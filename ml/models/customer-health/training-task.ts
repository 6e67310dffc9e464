import type { TaskLoss } from './multi-task-loss.ts';

/** A head to train, and how its error is measured. */
export interface TrainingTask extends TaskLoss {
  readonly name: string;
}

/** Rows to learn from or to be judged on. */
export interface TrainingRows {
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float64Array;
  /** In the units of the heads, row by row, shape [n × tasks]; NaN is missing. */
  readonly labels: Float64Array;
}
