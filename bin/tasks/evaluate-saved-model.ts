import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFeatureTable } from '../../ml/container/read-feature-table.ts';
import { bootstrapEstimate } from '../../ml/evaluation/bootstrap-estimate.ts';
import { brierScore } from '../../ml/evaluation/brier-score.ts';
import { confusion } from '../../ml/evaluation/confusion.ts';
import { distinctRows } from '../../ml/evaluation/distinct-rows.ts';
import { prAuc } from '../../ml/evaluation/pr-auc.ts';
import { recall } from '../../ml/evaluation/recall.ts';
import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import { specificity } from '../../ml/evaluation/specificity.ts';
import { loadTabularModel } from '../../ml/models/score-rows.ts';
import { selectRows } from '../../ml/preprocessing/feature-table.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { estimateRow } from '../cli/estimate-row.ts';
import type { EvaluateOptions } from '../cli/evaluate-options.ts';
import { inputFile } from '../cli/input-file.ts';
import { table } from '../cli/table.ts';

const resamples = 1000;

/** A trained model on labelled rows, each person counted once. */
export const evaluateSavedModel = async (options: EvaluateOptions, folder: string): Promise<void> => {
  const file = async (name: string) => readFile(await inputFile(path.join(folder, name)));
  const scorer = await loadTabularModel({
    modelJson: (await file('model.json')).toString('utf8'),
    weights: await file('weights.bin'),
    scoringParams: (await file('normalization_params.json')).toString('utf8'),
  });
  const { featureNames } = scorer.params.normalization;
  const all = await readFeatureTable([await inputFile(options.data)], {
    labelColumn: options.label,
    idColumn: options.id,
    featureNames,
  });
  const { rows, weights } = distinctRows(all);
  const { ids, labels, values } = selectRows(all, rows);
  const probabilities = scorer.scoreRows(values);
  const estimate = (statistic: (weights: ArrayLike<number>) => number) =>
    bootstrapEstimate({ persons: ids, weights }, statistic, { resamples, random: seededRandom(1) });
  const { threshold } = scorer.params;
  const figures = {
    AUC: estimate((w) => rocAuc(labels, probabilities, w)),
    'PR-AUC': estimate((w) => prAuc(labels, probabilities, w)),
    recall: estimate((w) => recall(confusion({ labels, probabilities, weights: w }, threshold))),
    specificity: estimate((w) => specificity(confusion({ labels, probabilities, weights: w }, threshold))),
    'Brier score': estimate((w) => brierScore({ labels, probabilities, weights: w })),
  };
  const lines = Object.entries(figures).map(([name, figure]) => estimateRow(name, figure));
  const persons = new Set(ids).size;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ persons, threshold, figures })}\n`
      : `${persons} people, each counted once\n${table([['', 'value', '95 % interval'], ...lines]).join('\n')}\n`,
  );
  scorer.dispose();
};
