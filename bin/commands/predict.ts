import { Command } from 'commander';
import type { PredictOptions } from '../tasks/predict-customers.ts';

/** `wellcast predict`: a customer-health model on this machine. */
export const predictCommand = (): Command =>
  new Command('predict')
    .description('Ask a customer-health model about customers')
    .option('--model-dir <dir>', 'a folder that "train customer-health" wrote')
    .option('--archive <file>', 'or a model.tar.gz')
    .requiredOption(
      '--input <file>',
      'customers as the container takes them: .json or .csv, - for JSON from stdin',
    )
    .option('--explain', 'three reasons for each', false)
    .option('--json', 'print the predictions as JSON', false)
    .action(async (options: PredictOptions) => {
      const { predictCustomers } = await import('../tasks/predict-customers.ts');
      await predictCustomers(options);
    });
