import { Command } from 'commander';
import type { ExportOptions } from '../tasks/export-lstm-autoencoder.ts';

const lstmAutoencoder = new Command('lstm-autoencoder')
  .description('A wearable model as tfjs, ONNX, Keras and TensorFlow Lite files')
  .requiredOption('--model <dir>', 'a folder that "train lstm-autoencoder" wrote')
  .option('--output <dir>', 'where the files go', 'lambda_export')
  .option('--json', 'print sizes and digests as JSON', false)
  .action(async (options: ExportOptions) => {
    const { exportLstmAutoencoder } = await import('../tasks/export-lstm-autoencoder.ts');
    await exportLstmAutoencoder(options);
  });

/** `wellcast export`: models for other runtimes. */
export const exportCommand = (): Command =>
  new Command('export').description('Write a model in other formats').addCommand(lstmAutoencoder);
