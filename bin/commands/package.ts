import { Command } from 'commander';
import { UsageError } from '../cli/usage-error.ts';
import type { PackageOptions } from '../tasks/package-customer-health.ts';

const customerHealth = new Command('customer-health')
  .description('Pack a trained customer-health model as SageMaker takes it')
  .requiredOption('--model-dir <dir>', 'a folder that "train customer-health" wrote')
  .option('--output <file>', 'the archive', 'model.tar.gz')
  .option('--json', 'print what was packed as JSON', false)
  .action(async (_options: PackageOptions, command: Command) => {
    const { packageCustomerHealth } = await import('../tasks/package-customer-health.ts');
    // `package` has a --json of its own, and takes it for the model too.
    await packageCustomerHealth(command.optsWithGlobals<PackageOptions>());
  });

/** `wellcast package`: model.tar.gz, made or looked at. */
export const packageCommand = (): Command =>
  new Command('package')
    .description('Pack a model for SageMaker, or check an archive')
    .option('--check <file>', 'say what is wrong with a model.tar.gz; needs no account')
    .option('--json', 'print the verdict as JSON')
    .action(async ({ check, json = false }: { readonly check?: string; readonly json?: boolean }) => {
      if (check === undefined)
        throw new UsageError('give --check FILE, or name a model, such as customer-health');
      const { checkArchive } = await import('../tasks/package-customer-health.ts');
      await checkArchive({ check, json });
    })
    .addCommand(customerHealth);
