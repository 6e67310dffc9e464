import { readFeatureTable } from '../../ml/container/read-feature-table.ts';
import { crossValidate } from '../../ml/models/cross-validate.ts';
import { NetworkOptions } from '../../ml/models/network-options.ts';
import type { EvaluateOptions } from '../cli/evaluate-options.ts';
import { inputFile } from '../cli/input-file.ts';
import { table } from '../cli/table.ts';

/** The trainer beside logistic regression, on folds of one file. */
export const crossValidateFile = async (options: EvaluateOptions, folds: number): Promise<void> => {
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
