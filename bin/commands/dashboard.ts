import { Command, Option } from 'commander';
import type { PublishDashboardOptions } from '../tasks/publish-dashboard.ts';

const publish = new Command('publish')
  .description('Build the page and put it into its bucket, with how to sign in')
  .addOption(
    new Option('--bucket <name>', 'of the page: output BucketName of the stack').makeOptionMandatory(),
  )
  .requiredOption('--client-id <id>', 'of the dashboard at whoever issues tokens')
  .requiredOption('--sign-in <url>', 'where people sign in: /oauth2/authorize and /oauth2/token lie below it')
  .option('--authorize-url <url>', 'instead of <sign-in>/oauth2/authorize')
  .option('--token-url <url>', 'instead of <sign-in>/oauth2/token')
  .option('--json', 'print what was put there as JSON', false)
  .action(async (options: PublishDashboardOptions) => {
    const { publishDashboard } = await import('../tasks/publish-dashboard.ts');
    await publishDashboard(options);
  });

/** `wellcast dashboard`: the page of the figures, in AWS. */
export const dashboardCommand = (): Command =>
  new Command('dashboard').description('The page of the figures').addCommand(publish);
