import path from 'node:path';
import type { Spec } from 'vega';
import { renderSvg } from '../../ml/container/render-svg.ts';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import type { FeatureImportance } from '../../ml/evaluation/permutation-importance.ts';
import type { CustomerDataset } from '../../ml/models/customer-health/customer-dataset.ts';
import { happenedOf, probabilityTasks } from '../../ml/models/customer-health/customer-figures.ts';
import { customerTasks } from '../../ml/models/customer-health/customer-tasks.ts';
import type { TaskPredictions } from '../../ml/models/customer-health/task-predictions.ts';
import type { TrainingHistory } from '../../ml/models/customer-health/training-history.ts';
import {
  healthImportancePlot,
  healthLossPlot,
  healthMetricsPlot,
  healthReliabilityPlot,
  healthRocPlot,
  healthTaskLossPlot,
  type ScoredTask,
} from '../../ml/plots/customer-health-plots.ts';
import { renderPng } from './render-png.ts';

/** The probabilities of customers of whom it is known what happened; of one outcome only there is no curve. */
export const scoredTasks = (predictions: TaskPredictions, data: CustomerDataset): ScoredTask[] =>
  probabilityTasks.flatMap(({ task, happened, title }) => {
    const labels = happenedOf(data, task, happened);
    const own = predictions[customerTasks.findIndex(({ name }) => name === task)]!;
    const rows = [...labels.keys()].filter((row) => !Number.isNaN(labels[row]));
    if (new Set(rows.map((row) => labels[row])).size < 2) return [];
    return {
      name: title,
      labels: rows.map((row) => labels[row]!),
      probabilities: rows.map((row) => own[row]!),
    };
  });

export interface PictureData {
  readonly history: TrainingHistory;
  /** Of the customers to judge by. */
  readonly predictions: TaskPredictions;
  readonly data: CustomerDataset;
  readonly importance: readonly FeatureImportance[];
}

/** Draws what a training came to, as PNGs into its folder. */
export const writeCustomerHealthPlots = async (folder: string, given: PictureData): Promise<void> => {
  const { history, predictions, data, importance } = given;
  const scored = scoredTasks(predictions, data);
  const specs: Record<string, Spec> = {
    loss: healthLossPlot(history),
    task_losses: healthTaskLossPlot(history),
    metrics: healthMetricsPlot(history),
    feature_importance: healthImportancePlot(importance),
  };
  if (scored.length > 0) {
    specs['roc'] = healthRocPlot(scored);
    specs['reliability'] = healthReliabilityPlot(scored);
  }
  for (const [name, spec] of Object.entries(specs)) {
    await writeAtomically(path.join(folder, `${name}.png`), await renderPng(await renderSvg(spec)));
  }
};
