import { Command } from 'commander';
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

/** `wellcast models`: the registry. */
export const modelsCommand = (): Command =>
  new Command('models').description('The model registry').addCommand(list);
