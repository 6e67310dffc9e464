import { Command, Option } from 'commander';
import { HealthDomain } from '../../ml/narratives/health-domain.ts';
import { monthOption } from '../cli/month-option.ts';
import { realNumber, wholeNumber } from '../cli/number-option.ts';
import type { TrainingLinesOptions } from '../cli/training-lines.ts';
import type { CompactOptions } from '../tasks/compact-training-lines.ts';
import type { ImportExportsOptions } from '../tasks/import-exports.ts';
import type { SplitOptions } from '../tasks/split-training-lines.ts';
import type { VerifyOptions } from '../tasks/verify-training-lines.ts';

const bucketOption = () =>
  new Option('--bucket <name>', 'of health data')
    .env('HEALTH_DATA_BUCKET')
    .default('mindmate-health-data-000000000000', 'local');
const domainOption = () =>
  new Option('--domain <name>', 'only lines of this domain').choices(HealthDomain.options);
const monthChoice = ['--month <yyyy-mm>', 'only lines of this month', monthOption] as const;
/** With or without the slash at its end. */
const folder = (text: string): string => `${text.replace(/\/+$/, '')}/`;
const prefixOption = ['--prefix <folder>', 'where training files lie', folder, 'training/'] as const;

const importCommand = new Command('import')
  .description('Put exports of Health Connect (Avro) into the bucket, to become lines')
  .argument('<files...>', 'Avro files')
  .requiredOption('--user <id>', 'whose they are')
  .addOption(bucketOption())
  .option('--json', 'print what became of each file as JSON', false)
  .action(async (files: readonly string[], options: ImportExportsOptions) => {
    const { importExports } = await import('../tasks/import-exports.ts');
    await importExports(files, options);
  });

const cat = new Command('cat')
  .description('Print training lines, each once, whether folded into a file or not')
  .addOption(domainOption())
  .option(...monthChoice)
  .addOption(bucketOption())
  .option(...prefixOption)
  .action(async (options: TrainingLinesOptions) => {
    const { catTrainingLines } = await import('../tasks/cat-training-lines.ts');
    await catTrainingLines(options);
  });

const compact = new Command('compact')
  .description('Fold new lines into the files of their months now')
  .addOption(domainOption())
  .option(...monthChoice)
  .option('--function <name>', 'what does it', 'wellcast-compactTrainingData')
  .option('--json', 'print the result as JSON', false)
  .action(async (options: CompactOptions) => {
    const { compactTrainingLines } = await import('../tasks/compact-training-lines.ts');
    await compactTrainingLines(options);
  });

const split = new Command('split')
  .description('Write train.jsonl and validation.jsonl, with no person in both')
  .requiredOption('--output <dir>', 'where the two files go')
  .option('--validation-split <share>', 'of the people', realNumber(0.01, 0.99), 0.2)
  .option('--seed <n>', 'which people', wholeNumber(0, 2 ** 31), 1)
  .option('--drop-near-duplicates', 'leave out what says nearly the same as a line before it', false)
  .addOption(domainOption())
  .option(...monthChoice)
  .addOption(bucketOption())
  .option(...prefixOption)
  .option('--json', 'print the counts as JSON', false)
  .action(async (options: SplitOptions) => {
    const { splitTrainingLines } = await import('../tasks/split-training-lines.ts');
    await splitTrainingLines(options);
  });

const verify = new Command('verify')
  .description('Check every line: shape, column types, repeats, place, identifying text')
  .option('--file <path>', 'a JSONL file instead of the bucket')
  .addOption(domainOption())
  .option(...monthChoice)
  .addOption(bucketOption())
  .option(...prefixOption)
  .option('--json', 'print the counts as JSON', false)
  .action(async (options: VerifyOptions) => {
    const { verifyTrainingLines } = await import('../tasks/verify-training-lines.ts');
    await verifyTrainingLines(options);
  });

/** `wellcast narratives`: from health exports to lines for fine-tuning. */
export const narrativesCommand = (): Command =>
  new Command('narratives')
    .description('Training lines from health records')
    .addCommand(importCommand)
    .addCommand(cat)
    .addCommand(compact)
    .addCommand(split)
    .addCommand(verify);
