import { Command } from 'commander';
import { wholeNumber } from '../cli/number-option.ts';
import type { TrainOptions } from '../tasks/train-tabular.ts';

const tabular = new Command('tabular')
  .description('The network of the SageMaker job, on any CSV of numbers with a label')
  .requiredOption('--data <file>', 'CSV to train on')
  .requiredOption('--validation <file>', 'CSV to measure on, read once')
  .option('--output <dir>', 'where the model and its figures go', 'model')
  .option('--label <column>', 'the column of 0 and 1', 'label')
  .option('--id <column>', 'whose row it is (default: sample_id if there is one)')
  .option('--epochs <n>', 'at most so many per network', wholeNumber(1, 10_000))
  .option('--seed <n>', 'same data and seed, same model', wholeNumber(0, 2 ** 31), 1)
  .option('--json', 'print the metrics as JSON', false)
  .action(async (options: TrainOptions) => {
    const { trainTabular } = await import('../tasks/train-tabular.ts');
    await trainTabular(options);
  });

/** `wellcast train`: models on this machine. Ctrl-C keeps a checkpoint; the same command goes on from there. */
export const trainCommand = (): Command =>
  new Command('train').description('Train a model here').addCommand(tabular);
