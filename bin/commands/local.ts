import path from 'node:path';
import { Command } from 'commander';
import { wholeNumber } from '../cli/number-option.ts';

/** `wellcast local`: AWS on loopback, with the whole pipeline run once on made people. */
export const localCommand = (): Command =>
  new Command('local')
    .description('Run all of wellcast on this laptop, and show it at work on made-up people')
    .option('--once', 'leave after the summary', false)
    .option('--no-demo', 'start empty and print one line when ready')
    .option('--users <n>', 'how many people to make up (default: 200)', wholeNumber(1, 1_000_000))
    .option(
      '--seed <n>',
      'which people; the same seed makes the same ones (default: 1)',
      wholeNumber(0, 2 ** 31),
    )
    .option('--days <n>', 'days of history per person (default: 180)', wholeNumber(40, 3650))
    .option(
      '--port <n>',
      'port of the AWS endpoint; the HTTP front takes the next one',
      wholeNumber(0, 65_534),
      4566,
    )
    .option('--data-dir <dir>', 'where everything is kept', '.wellcast')
    .option('--fresh', 'wipe the data directory first', false)
    .option('--json', 'print the summary as JSON', false)
    .action(async (options) => {
      const { runLocal } = await import('../local/run-local.ts');
      await runLocal({ ...options, dataDir: path.resolve(options.dataDir) });
    });
