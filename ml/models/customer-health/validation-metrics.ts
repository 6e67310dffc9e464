import { rocAuc } from '../../evaluation/roc-auc.ts';
import { customerTasks } from './customer-tasks.ts';
import type { TrainingTask } from './training-task.ts';

/** From which probability on something counts as expected, and a label as having happened. */
export const halfChance = 0.5;

export interface MetricsQuestion {
  readonly tasks: readonly Pick<TrainingTask, 'name' | 'activation' | 'kind'>[];
  /** Row by row, shape [n × tasks]. */
  readonly logits: Float64Array;
  /** In the units of the heads, row by row, shape [n × tasks]; NaN is missing. */
  readonly labels: Float64Array;
}

/**
 * The training guide's metrics of some rows: `<task>_accuracy` and `<task>_auc` of probabilities, at a half, and
 * `<task>_mae` of amounts and scores in the units of their labels. What has no label, or an AUC of one class only, is
 * left out.
 */
export const validationMetrics = ({ tasks, logits, labels }: MetricsQuestion): Record<string, number> => {
  const metrics: Record<string, number> = {};
  for (const [index, { name, activation, kind }] of tasks.entries()) {
    const cells = [...Array(labels.length / tasks.length).keys()]
      .map((row) => row * tasks.length + index)
      .filter((cell) => !Number.isNaN(labels[cell]));
    if (cells.length === 0) continue;
    const outputs = cells.map((cell) => {
      const logit = logits[cell]!;
      return activation === 'sigmoid' ? 1 / (1 + Math.exp(-logit)) : logit;
    });
    const scale = customerTasks.find((task) => task.name === name)?.scale ?? 1;
    const mean = (of: (output: number, label: number) => number) =>
      outputs.reduce((sum, output, at) => sum + of(output, labels[cells[at]!]!), 0) / cells.length;
    if (kind === 'huber') {
      metrics[`${name}_mae`] = scale * mean((output, label) => Math.abs(output - label));
      continue;
    }
    metrics[`${name}_accuracy`] = mean((output, label) =>
      Number(output >= halfChance === label >= halfChance),
    );
    const auc = rocAuc(
      cells.map((cell) => Number(labels[cell]! >= halfChance)),
      outputs,
    );
    if (!Number.isNaN(auc)) metrics[`${name}_auc`] = auc;
  }
  return metrics;
};
