import { Command, Option } from 'commander';
import type { PublishOptions } from '../tasks/publish-lstm-autoencoder.ts';

const lstmAutoencoder = new Command('lstm-autoencoder')
  .description('Put a trained wearable model into the bucket and the registry')
  .requiredOption('--model <dir>', 'a folder that "train lstm-autoencoder" wrote')
  .addOption(
    new Option('--bucket <name>', 'of models')
      .env('ML_MODELS_BUCKET')
      .default('mindmate-ml-models-000000000000', 'local'),
  )
  .option('--table <name>', 'the registry', 'MindMate-ModelRegistry')
  .option('--approve', 'skip the gate; the registry says so', false)
  .option('--json', 'print the version as JSON', false)
  .action(async (options: PublishOptions) => {
    const { publishLstmAutoencoder } = await import('../tasks/publish-lstm-autoencoder.ts');
    await publishLstmAutoencoder(options);
  });

/** `wellcast publish`: models that go live. */
export const publishCommand = (): Command =>
  new Command('publish').description('Let a trained model go live').addCommand(lstmAutoencoder);
