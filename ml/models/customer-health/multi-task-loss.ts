/** How a task's error is measured. */
export interface TaskLoss {
  readonly activation: 'sigmoid' | 'linear';
  /** Kullback–Leibler divergence from a probability, or Huber's loss of an amount. */
  readonly kind: 'divergence' | 'huber';
}

export interface LossQuestion {
  readonly tasks: readonly TaskLoss[];
  /** Row by row, before their activation, shape [n × tasks]. */
  readonly logits: ArrayLike<number>;
  /** In the units of the heads, row by row, shape [n × tasks]; NaN is missing. */
  readonly labels: ArrayLike<number>;
}

export interface MultiTaskLoss {
  /** Mean over the rows that have the label, shape [tasks]; NaN where none has. */
  readonly losses: Float64Array;
  /** How each loss changes with the logits, row by row, shape [n × tasks]; 0 where the label is missing. */
  readonly slopes: Float32Array;
}

/** Errors below that count by their square, those above by themselves: near the mean error, yet smooth at 0. */
const huberWidth = 0.02;
const leastChance = 1e-7;

const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

const entropy = (p: number): number =>
  p < leastChance || p > 1 - leastChance ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);

/**
 * The part of a label's log loss that no prediction could save: what `multiTaskLoss` leaves out. 0 of an amount, and
 * of what is certain.
 *
 * @param label - 0 … 1 of a divergence
 * @example
 * unsaveableLoss({ kind: 'divergence' }, 0.5) // => Math.LN2
 */
export const unsaveableLoss = ({ kind }: Pick<TaskLoss, 'kind'>, label: number): number =>
  kind === 'divergence' ? entropy(label) : 0;

const huber = (error: number): number =>
  Math.abs(error) < huberWidth ? error ** 2 / (2 * huberWidth) : Math.abs(error) - huberWidth / 2;

const huberSlope = (error: number): number =>
  Math.abs(error) < huberWidth ? error / huberWidth : Math.sign(error);

/** Loss of one row, and its slope by the logit. */
const rowLoss = ({ activation, kind }: TaskLoss, logit: number, label: number): readonly [number, number] => {
  const chance = 1 / (1 + Math.exp(-logit));
  if (kind === 'divergence') return [softplus(logit) - label * logit - entropy(label), chance - label];
  if (activation === 'linear') return [huber(logit - label), huberSlope(logit - label)];
  return [huber(chance - label), huberSlope(chance - label) * chance * (1 - chance)];
};

/**
 * The loss of each task, and its slopes. A row without a task's label has no part in that task's loss, and trains
 * the others.
 *
 * A probability that is itself the label, as a churn risk is, is measured by its divergence from the prediction: the
 * log loss without what no prediction could save, so that 0 is perfect. Kullback & Leibler 1951; Huber 1964.
 *
 * @returns losses of 0 or more
 */
export const multiTaskLoss = ({ tasks, logits, labels }: LossQuestion): MultiTaskLoss => {
  const width = tasks.length;
  const sums = new Float64Array(width);
  const counts = new Float64Array(width);
  const slopes = new Float32Array(logits.length);
  for (let cell = 0; cell < logits.length; cell += 1) {
    const label = labels[cell] as number;
    if (Number.isNaN(label)) continue;
    const task = cell % width;
    const [loss, slope] = rowLoss(tasks[task] as TaskLoss, logits[cell] as number, label);
    sums[task] = (sums[task] as number) + loss;
    counts[task] = (counts[task] as number) + 1;
    slopes[cell] = slope;
  }
  for (let cell = 0; cell < slopes.length; cell += 1) {
    const count = counts[cell % width] as number;
    if (count > 0) slopes[cell] = (slopes[cell] as number) / count;
  }
  return { losses: sums.map((sum, task) => sum / (counts[task] as number)), slopes };
};
