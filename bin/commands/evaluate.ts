import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { readFeatureTable } from '../../ml/container/read-feature-table.ts';
import { bootstrapEstimate } from '../../ml/evaluation/bootstrap-estimate.ts';
import { brierScore } from '../../ml/evaluation/brier-score.ts';
import { confusion } from '../../ml/evaluation/confusion.ts';
import { distinctRows } from '../../ml/evaluation/distinct-rows.ts';
import { prAuc } from '../../ml/evaluation/pr-auc.ts';
import { recall } from '../../ml/evaluation/recall.ts';
import { rocAuc } from '../../ml/evaluation/roc-auc.ts';
import { specificity } from '../../ml/evaluation/specificity.ts';
import { crossValidate } from '../../ml/models/cross-validate.ts';
import { NetworkOptions } from '../../ml/models/network-options.ts';
import { loadTabularModel } from '../../ml/models/score-rows.ts';
import { selectRows } from '../../ml/preprocessing/feature-table.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { inputFile } from '../cli/input-file.ts';
import { wholeNumber } from '../cli/number-option.ts';
import { table } from '../cli/table.ts';
import { UsageError } from '../cli/usage-error.ts';

interface EvaluateOptions {
  readonly data: string;
  readonly label: string;
  readonly id?: string;
  readonly model?: string;
  readonly folds?: number;
  readonly seeds: readonly number[];
  readonly json: boolean;
}

const resamples = 1000;

const listOfSeeds = (text: string): number[] => {
  if (!/^\d+(,\d+)*$/.test(text))
    throw new InvalidArgumentError('It takes whole numbers with commas, such as 1,2,3.');
  return text.split(',').map(Number);
};

const crossValidateFile = async (options: EvaluateOptions, folds: number): Promise<void> => {
  const data = await readFeatureTable([await inputFile(options.data)], {
    labelColumn: options.label,
    idColumn: options.id,
  });
  const result = await crossValidate(data, {
    folds,
    seeds: options.seeds,
    network: NetworkOptions.parse({}),
    onFold: ({ seed, fold }) => process.stderr.write(`seed ${seed}: fold ${fold + 1} of ${folds}\n`),
  });
  const row = (name: string, network: number, regression: number) => [
    name,
    network.toFixed(4),
    regression.toFixed(4),
    (network - regression).toFixed(4),
  ];
  const lines = table([
    [`${folds}-fold AUC`, 'network', 'logistic regression', 'difference'],
    ...result.seeds.map((seed) => row(`seed ${seed.seed}`, seed.networkAuc, seed.logisticRegressionAuc)),
    row('mean', result.networkAuc, result.logisticRegressionAuc),
  ]);
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`);
};

const evaluateModel = async (options: EvaluateOptions, folder: string): Promise<void> => {
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
  const lines = Object.entries(figures).map(([name, { value, low, high }]) => [
    name,
    value.toFixed(3),
    `${low.toFixed(3)} – ${high.toFixed(3)}`,
  ]);
  const persons = new Set(ids).size;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ persons, threshold, figures })}\n`
      : `${persons} people, each counted once\n${table([['', 'value', '95 % interval'], ...lines]).join('\n')}\n`,
  );
  scorer.dispose();
};

const tabular = new Command('tabular')
  .description(
    'A trained model on labelled rows, or cross-validation of the trainer beside logistic regression',
  )
  .requiredOption('--data <file>', 'CSV of numbers with a label')
  .option('--label <column>', 'the column of 0 and 1', 'label')
  .option('--id <column>', 'whose row it is (default: sample_id if there is one)')
  .option('--model <dir>', 'a folder that "train tabular" wrote')
  .option('--folds <n>', 'train anew on each fold instead', wholeNumber(2, 50))
  .option('--seeds <list>', 'one cross-validation for each', listOfSeeds, [1, 2, 3])
  .option('--json', 'print the figures as JSON', false)
  .action(async (options: EvaluateOptions) => {
    if ((options.model === undefined) === (options.folds === undefined)) {
      throw new UsageError('give either --model DIR or --folds N');
    }
    if (options.folds !== undefined) await crossValidateFile(options, options.folds);
    else if (options.model !== undefined) await evaluateModel(options, options.model);
  });

/** `wellcast evaluate`: how good a model is, on whom, beside what. */
export const evaluateCommand = (): Command =>
  new Command('evaluate').description('Measure a model').addCommand(tabular);
