import { Command, Option } from 'commander';
import type { PublishCustomerHealthOptions } from '../tasks/publish-customer-health.ts';
import type { PublishOptions } from '../tasks/publish-lstm-autoencoder.ts';

const bucketOption = () =>
  new Option('--bucket <name>', 'of models')
    .env('ML_MODELS_BUCKET')
    .default('mindmate-ml-models-000000000000', 'local');

const lstmAutoencoder = new Command('lstm-autoencoder')
  .description('Put a trained wearable model into the bucket and the registry')
  .requiredOption('--model <dir>', 'a folder that "train lstm-autoencoder" wrote')
  .addOption(bucketOption())
  .option('--table <name>', 'the registry', 'MindMate-ModelRegistry')
  .option('--approve', 'skip the gate; the registry says so', false)
  .option('--json', 'print the version as JSON', false)
  .action(async (options: PublishOptions) => {
    const { publishLstmAutoencoder } = await import('../tasks/publish-lstm-autoencoder.ts');
    await publishLstmAutoencoder(options);
  });

const customerHealth = new Command('customer-health')
  .description('Put a trained customer-health model into the bucket and the registry; approval deploys it')
  .option('--model-dir <dir>', 'a folder that "train customer-health" wrote')
  .option('--archive <file>', 'or a model.tar.gz')
  .addOption(bucketOption())
  .option('--table <name>', 'the registry', 'MindMate-ModelRegistry')
  .option('--approve', 'skip the gate; the registry says so', false)
  .option('--json', 'print the version as JSON', false)
  .action(async (options: PublishCustomerHealthOptions) => {
    const { publishCustomerHealth } = await import('../tasks/publish-customer-health.ts');
    await publishCustomerHealth(options);
  });

/** `wellcast publish`: models that go live. */
export const publishCommand = (): Command =>
  new Command('publish')
    .description('Let a trained model go live')
    .addCommand(lstmAutoencoder)
    .addCommand(customerHealth);
