import { Command } from 'commander';
import type { EncodeOptions } from '../tasks/encode-file.ts';

const encodeCommand = new Command('encode')
  .description('A table with text columns as numbers, ready for "train tabular"')
  .requiredOption('--data <file>', 'CSV with a header')
  .requiredOption('--label <column>', 'what is to be predicted')
  .requiredOption('--positive <value>', 'the value of it that becomes 1')
  .option('--id <column>', 'kept as it is')
  .option('--output <file>', 'where the numbers go', 'encoded.csv')
  .option('--json', 'print the result as JSON', false)
  .action(async (options: EncodeOptions) => {
    const { encodeFile } = await import('../tasks/encode-file.ts');
    await encodeFile(options);
  });

/** `wellcast datasets`: tables on their way to a trainer. */
export const datasetsCommand = (): Command =>
  new Command('datasets').description('Tables on their way to a trainer').addCommand(encodeCommand);
