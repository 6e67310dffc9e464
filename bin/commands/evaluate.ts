import { Command, InvalidArgumentError } from 'commander';
import type { EvaluateOptions } from '../cli/evaluate-options.ts';
import { wholeNumber } from '../cli/number-option.ts';
import { UsageError } from '../cli/usage-error.ts';
import type { EvaluateCustomerHealthOptions } from '../tasks/evaluate-customer-health.ts';
import type { EvaluateLstmAutoencoderOptions } from '../tasks/evaluate-lstm-autoencoder.ts';

const listOfSeeds = (text: string): number[] => {
  if (!/^\d+(,\d+)*$/.test(text))
    throw new InvalidArgumentError('It takes whole numbers with commas, such as 1,2,3.');
  return text.split(',').map(Number);
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
    if (options.folds !== undefined) {
      const { crossValidateFile } = await import('../tasks/cross-validate-file.ts');
      await crossValidateFile(options, options.folds);
    } else if (options.model !== undefined) {
      const { evaluateSavedModel } = await import('../tasks/evaluate-saved-model.ts');
      await evaluateSavedModel(options, options.model);
    }
  });

const lstmAutoencoder = new Command('lstm-autoencoder')
  .description('A wearable model on labelled samples, by kind of anomaly, beside what it must beat')
  .requiredOption('--model <dir>', 'a folder that "train lstm-autoencoder" wrote')
  .requiredOption('--test-data <file>', 'CSV with a label, which took no part in training')
  .option('--history <file>', 'CSV of normal samples for PCA and nearest neighbours to learn from')
  .option('--json', 'print the figures as JSON', false)
  .action(async (options: EvaluateLstmAutoencoderOptions) => {
    const { evaluateLstmAutoencoder } = await import('../tasks/evaluate-lstm-autoencoder.ts');
    await evaluateLstmAutoencoder(options);
  });

const customerHealth = new Command('customer-health')
  .description('A customer-health model on labelled customers, beside the best possible')
  .requiredOption('--model <dir>', 'a folder that "train customer-health" wrote')
  .requiredOption('--data <file>', 'JSON lines with labels, which took no part in training')
  .option('--json', 'print the figures as JSON', false)
  .action(async (options: EvaluateCustomerHealthOptions) => {
    const { evaluateCustomerHealth } = await import('../tasks/evaluate-customer-health.ts');
    await evaluateCustomerHealth(options);
  });

/** `wellcast evaluate`: how good a model is, on whom, beside what. */
export const evaluateCommand = (): Command =>
  new Command('evaluate')
    .description('Measure a model')
    .addCommand(tabular)
    .addCommand(lstmAutoencoder)
    .addCommand(customerHealth);
