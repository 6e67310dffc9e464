import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { customersCommand } from './commands/customers.ts';
import { dashboardCommand } from './commands/dashboard.ts';
import { datasetsCommand } from './commands/datasets.ts';
import { devicesCommand } from './commands/devices.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { exportCommand } from './commands/export.ts';
import { generateCommand } from './commands/generate.ts';
import { invokeCommand } from './commands/invoke.ts';
import { localCommand } from './commands/local.ts';
import { modelsCommand } from './commands/models.ts';
import { narrativesCommand } from './commands/narratives.ts';
import { packageCommand } from './commands/package.ts';
import { predictCommand } from './commands/predict.ts';
import { publishCommand } from './commands/publish.ts';
import { tokenCommand } from './commands/token.ts';
import { trainCommand } from './commands/train.ts';

/** Everything that `wellcast` can be told to do. */
export const makeProgram = (): Command => {
  const program = new Command('wellcast')
    .description(
      'Health machine learning in your own AWS account, or on this laptop.\n\n' +
        'Results go to stdout, progress to stderr. Exit codes: 0 done, 1 failed, 2 wrong use.\n' +
        'Commands that talk to AWS use the standard variables (AWS_ENDPOINT_URL, AWS_REGION, …).',
    )
    .helpCommand(false)
    .showHelpAfterError('(add --help for the options)');

  for (const command of [
    localCommand(),
    generateCommand(),
    trainCommand(),
    evaluateCommand(),
    exportCommand(),
    packageCommand(),
    predictCommand(),
    publishCommand(),
    customersCommand(),
    dashboardCommand(),
    datasetsCommand(),
    modelsCommand(),
    devicesCommand(),
    narrativesCommand(),
    auditCommand(),
    invokeCommand(),
    tokenCommand(),
  ]) {
    program.addCommand(command);
  }
  return program;
};
