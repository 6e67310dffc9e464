import { Command } from 'commander';
import { realNumber, wholeNumber } from '../cli/number-option.ts';
import { apiOptions } from '../cli/preparation-api.ts';
import type { CompareVersionsOptions } from '../tasks/compare-versions.ts';
import type { EncodeOptions } from '../tasks/encode-file.ts';
import type { ListVersionsOptions } from '../tasks/list-versions.ts';
import type { LoadVersionOptions } from '../tasks/load-version.ts';
import type { PrepareDatasetOptions } from '../tasks/prepare-dataset.ts';

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

const withApi = (command: Command): Command => {
  for (const option of apiOptions()) command.addOption(option);
  return command.option('--json', 'print the result as JSON', false);
};

const prepareCommand = withApi(new Command('prepare'))
  .description('A new version of a dataset from a CSV, through the data preparation API')
  .requiredOption('--data <file>', 'CSV with a header')
  .requiredOption('--dataset <id>', 'which dataset')
  .requiredOption('--reason <text>', 'why this version is made')
  .option('--feature-set <id@version>', 'which features and target to take')
  .option('--person <column>', 'whose row it is; nobody is on both sides of the split')
  .option('--target <column>', 'what is to be predicted, unless the feature set says it')
  .option('--positive <value>', 'the value of it that becomes 1 (default: the rarer)')
  .option('--time <column>', 'orders the rows of a person')
  .option('--steps <file>', 'JSON list of preprocessing steps (default: as the feature set says)')
  .option('--test-share <share>', 'of the people', realNumber(0.05, 0.5), 0.2)
  .option('--seed <n>', 'of the split', wholeNumber(0, 2 ** 31 - 1), 0)
  .option('--bump <step>', 'major, minor or patch, against the proposal')
  .option('--bump-reason <text>', 'why')
  .action(async (options: PrepareDatasetOptions) => {
    const { prepareDataset } = await import('../tasks/prepare-dataset.ts');
    await prepareDataset(options);
  });

const versionsCommand = withApi(new Command('versions'))
  .description('The versions of a dataset, newest first')
  .argument('<dataset>', 'which dataset')
  .action(async (dataset: string, options: ListVersionsOptions) => {
    const { listVersions } = await import('../tasks/list-versions.ts');
    await listVersions(dataset, options);
  });

const loadCommand = withApi(new Command('load'))
  .description('The files of a version, each checked against its hash')
  .argument('<dataset>', 'which dataset')
  .requiredOption('--version <v>', 'which version')
  .option('--output <dir>', 'where the files go (default: {dataset}-{version})')
  .action(async (dataset: string, options: LoadVersionOptions) => {
    const { loadVersion } = await import('../tasks/load-version.ts');
    await loadVersion(dataset, options);
  });

const compareCommand = withApi(new Command('compare'))
  .description('What differs between two versions: schema, rows, distributions')
  .argument('<dataset>', 'which dataset')
  .requiredOption('--from <version>', 'the earlier')
  .requiredOption('--to <version>', 'the later')
  .action(async (dataset: string, options: CompareVersionsOptions) => {
    const { compareVersions } = await import('../tasks/compare-versions.ts');
    await compareVersions(dataset, options);
  });

/** `wellcast datasets`: versions of datasets, and tables on their way to a trainer. */
export const datasetsCommand = (): Command =>
  new Command('datasets')
    .description('Versions of datasets, and tables on their way to a trainer')
    .addCommand(encodeCommand)
    .addCommand(prepareCommand)
    .addCommand(versionsCommand)
    .addCommand(loadCommand)
    .addCommand(compareCommand);
