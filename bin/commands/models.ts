import { Command } from 'commander';
import { wholeNumber } from '../cli/number-option.ts';
import { apiOptions } from '../cli/preparation-api.ts';
import type { ApproveModelOptions } from '../tasks/approve-model.ts';
import type { ListModelsOptions } from '../tasks/list-models.ts';
import type { PerformanceOptions } from '../tasks/model-performance.ts';
import type { StageOptions } from '../tasks/model-stages.ts';

const list = new Command('list')
  .description('Every registered version of a model, what the gate said, and its stage')
  .option('--model <name>', 'which model', 'crisis')
  .option('--table <name>', 'the registry', 'MindMate-ModelRegistry')
  .option('--json', 'print the rows as JSON', false)
  .action(async (options: ListModelsOptions) => {
    const { listModels } = await import('../tasks/list-models.ts');
    await listModels(options);
  });

const approve = new Command('approve')
  .description('Let a registered version through, past the gate; a customer-health model is deployed')
  .argument('<model>', 'which model, such as customer-health')
  .requiredOption('--version <n>', 'of the registry', wholeNumber(1, 1_000_000))
  .option('--reason <text>', 'why; the registry keeps it')
  .option('--table <name>', 'the registry', 'MindMate-ModelRegistry')
  .action(async (model: string, options: ApproveModelOptions) => {
    const { approveModel } = await import('../tasks/approve-model.ts');
    await approveModel(model, options);
  });

/** What every command that goes through the API takes. */
const overApi = (command: Command): Command => {
  for (const option of apiOptions()) command.addOption(option);
  return command
    .option('--model <name>', 'which model', 'crisis')
    .option('--json', 'print what the API answers', false);
};

const measured = (command: Command): Command =>
  overApi(command)
    .option('--environment <name>', 'development, staging or production')
    .option('--split <name>', 'train, validation, test or live');

const performance = measured(new Command('performance'))
  .description('What a model was worth over time')
  .option('--metric <name>', 'one metric, such as auc')
  .action(async (options: PerformanceOptions) => {
    const { showPerformance } = await import('../tasks/model-performance.ts');
    await showPerformance(options);
  });

const compare = measured(new Command('compare'))
  .description('How versions differ from the first, and whether by more than chance')
  .argument('<versions>', 'numbers with commas, such as 3,4')
  .action(async (versions: string, options: PerformanceOptions) => {
    const { compareModels } = await import('../tasks/model-performance.ts');
    await compareModels(versions, options);
  });

const promote = overApi(new Command('promote'))
  .description('Promote a version: development to staging, staging to production')
  .argument('<version>', 'its number')
  .option('--to <stage>', 'staging or production; the next one by default')
  .option('--reason <text>', 'kept with the change')
  .action(async (version: string, options: StageOptions & { to?: string }) => {
    const { promoteModel } = await import('../tasks/model-stages.ts');
    await promoteModel(version, options);
  });

const rollback = overApi(new Command('rollback'))
  .description('Put back into production the version that was there before')
  .option('--reason <text>', 'kept with the change')
  .action(async (options: StageOptions) => {
    const { rollBackModel } = await import('../tasks/model-stages.ts');
    await rollBackModel(options);
  });

/** `wellcast models`: the registry, what its models were worth, and which of them is in production. */
export const modelsCommand = (): Command => {
  const command = new Command('models').description('The model registry');
  for (const child of [list, approve, performance, compare, promote, rollback]) command.addCommand(child);
  return command;
};
