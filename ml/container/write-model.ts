import { join } from 'node:path';
import type { Spec } from 'vega';
import type { FeatureImportance } from '../evaluation/permutation-importance.ts';
import { saveNetwork } from '../models/save-network.ts';
import { lossPlot } from '../plots/loss-plot.ts';
import { precisionRecallPlot } from '../plots/precision-recall-plot.ts';
import { reliabilityPlot } from '../plots/reliability-plot.ts';
import { rocPlot } from '../plots/roc-plot.ts';
import { modelCard } from './model-card.ts';
import { renderSvg } from './render-svg.ts';
import type { TrainingResult } from './train-and-evaluate.ts';
import { writeAtomically } from './write-atomically.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const importanceCsv = (importance: readonly FeatureImportance[]): string => {
  const sorted = importance.toSorted((a, b) => b.importance - a.importance);
  const lines = sorted.map(({ feature, importance: fall, deviation }) =>
    [csvCell(feature), fall, deviation].join(','),
  );
  return `${['feature,auc_fall,standard_deviation', ...lines].join('\n')}\n`;
};

/**
 * Writes everything that goes into model.tar.gz; the same result gives the same bytes.
 *
 * @param folder - of the model
 * @param result - model, evaluation and metrics
 */
export const writeModel = async (folder: string, result: TrainingResult): Promise<void> => {
  const { model, evaluation, metrics } = result;
  const histories = model.ensemble.members.map(({ history }) => history);
  const plots: Readonly<Record<string, Spec>> = {
    'training-loss.svg': lossPlot(histories),
    'roc.svg': rocPlot(evaluation.rows),
    'precision-recall.svg': precisionRecallPlot(evaluation.rows, metrics.prevalence),
    'reliability.svg': reliabilityPlot(evaluation.rows, metrics.calibrationError),
  };
  const { modelJson, weights } = await saveNetwork(model.ensemble);
  const members = model.ensemble.members.map(({ best, history }) => ({
    bestEpoch: best.epoch,
    epochs: history,
  }));
  const files: Record<string, string | Uint8Array> = {
    'metrics.json': json(metrics),
    'training_history.json': json({ schemaVersion: 1, members }),
    'normalization_params.json': json(model.params),
    'feature_importance.csv': importanceCsv(evaluation.importance),
    'model_card.md': modelCard(metrics, evaluation.importance),
    'model.json': modelJson,
    'weights.bin': weights,
  };
  for (const [name, spec] of Object.entries(plots)) files[name] = await renderSvg(spec);
  for (const [name, content] of Object.entries(files)) await writeAtomically(join(folder, name), content);
};
