import { Command } from 'commander';
import type { InvokeOptions } from '../tasks/invoke-function.ts';

/** `wellcast invoke`: one call of a function, through the same door as `aws lambda invoke`. */
export const invokeCommand = (): Command =>
  new Command('invoke')
    .description('Invoke a function and print its answer')
    .argument('<function>', 'its name, with or without the prefix, such as prepareTrainingData')
    .option('--payload <json|file>', 'the request (default: {})')
    .option('--prefix <prefix>', 'what the names of this deployment begin with', 'mindmate')
    .option('--json', 'print the answer as one line of JSON', false)
    .action(async (name: string, options: InvokeOptions) => {
      const { invokeFunction } = await import('../tasks/invoke-function.ts');
      await invokeFunction(name, options);
    });
