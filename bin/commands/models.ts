import { Command } from 'commander';
import { wholeNumber } from '../cli/number-option.ts';
import type { ApproveModelOptions } from '../tasks/approve-model.ts';
import type { ListModelsOptions } from '../tasks/list-models.ts';

const list = new Command('list')
  .description('Every registered version of a model, and what the gate said')
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

/** `wellcast models`: the registry. */
export const modelsCommand = (): Command =>
  new Command('models').description('The model registry').addCommand(list).addCommand(approve);
