import { Command, Option } from 'commander';
import { defaultErrorKind, errorKinds } from '../../ml/wearable/error-model.ts';
import { listOf, realNumber, wholeNumber } from '../cli/number-option.ts';
import type { TrainCustomerHealthOptions } from '../tasks/train-customer-health.ts';
import type { TrainLstmAutoencoderOptions } from '../tasks/train-lstm-autoencoder.ts';
import type { TrainOptions } from '../tasks/train-tabular.ts';

const tabular = new Command('tabular')
  .description('The network of the SageMaker job, on any CSV of numbers with a label')
  .requiredOption('--data <file>', 'CSV to train on')
  .requiredOption('--validation <file>', 'CSV to measure on, read once')
  .option('--output <dir>', 'where the model and its figures go', 'model')
  .option('--label <column>', 'the column of 0 and 1', 'label')
  .option('--id <column>', 'whose row it is (default: sample_id if there is one)')
  .option('--epochs <n>', 'at most so many per network', wholeNumber(1, 10_000))
  .option('--seed <n>', 'same data and seed, same model', wholeNumber(0, 2 ** 31), 1)
  .option('--json', 'print the metrics as JSON', false)
  .action(async (options: TrainOptions) => {
    const { trainTabular } = await import('../tasks/train-tabular.ts');
    await trainTabular(options);
  });

const lstmAutoencoder = new Command('lstm-autoencoder')
  .description("The network that learns a watch's normal, on CSV samples")
  .requiredOption('--data <file>', 'CSV with timestamp, heartRate, steps, …')
  .option('--test-data <file>', 'labelled CSV to judge the model by')
  .option('--output <path>', 'a folder, or an .h5 file beside it', 'lstm_autoencoder')
  .option('--epochs <n>', 'at most so many', wholeNumber(1, 10_000), 100)
  .option('--batch-size <n>', 'windows in a step', wholeNumber(1, 4096), 32)
  .option('--sequence-length <n>', 'samples in a window', wholeNumber(2, 10_000), 60)
  .option('--encoding-dim <n>', 'width of the bottleneck', wholeNumber(1, 1024), 32)
  .option('--units <list>', 'widths before the bottleneck (default: 128,64)', listOf(wholeNumber(1, 1024)))
  .option('--dropout <share>', 'while training (default: 0.2)', realNumber(0, 0.9))
  .option('--learning-rate <rate>', 'at the start (default: 0.001)', realNumber(1e-9, 1))
  .option('--patience <n>', 'epochs without gain before the end', wholeNumber(1, 10_000))
  .option('--stride <n>', 'samples between windows (default: 2)', wholeNumber(1, 10_000))
  .option('--sample-interval <s>', 'of the watch (default: 5)', realNumber(0.001, 86_400))
  .option('--max-gap-seconds <s>', 'that a window may span (default: 60)', realNumber(0.001, 86_400))
  .option('--threshold-percentile <p>', 'of normal errors (default: 95)', realNumber(0.1, 99.9))
  .addOption(new Option('--error <kind>', `of a window (default: ${defaultErrorKind})`).choices(errorKinds))
  .option('--seed <n>', 'same data and seed, same model', wholeNumber(0, 2 ** 31), 1)
  .option('--json', 'print the metrics as JSON', false)
  .action(async (options: TrainLstmAutoencoderOptions) => {
    const { trainLstmAutoencoder } = await import('../tasks/train-lstm-autoencoder.ts');
    await trainLstmAutoencoder(options);
  });

const customerHealth = new Command('customer-health')
  .description('The network that foresees a customer: five tasks at once, from "generate customers" files')
  .option('--train-data <file>', 'customers to learn from, JSON lines', 'customers/train.jsonl')
  .option('--val-data <file>', 'that decide when to stop, and correct amounts', 'customers/validation.jsonl')
  .option('--test-data <file>', 'to judge by, read for nothing else', 'customers/test.jsonl')
  .option('--output-dir <dir>', 'where the model and its figures go', 'customer-health')
  .option('--epochs <n>', 'at most so many', wholeNumber(1, 10_000), 50)
  .option('--batch-size <n>', 'customers in a step', wholeNumber(2, 65_536), 64)
  .option('--learning-rate <rate>', 'at its highest', realNumber(1e-9, 1), 0.001)
  .option('--hidden <list>', 'widths of the shared layers (default: 128,64,32)', listOf(wholeNumber(1, 2048)))
  .option('--dropout <list>', 'behind all but the last (default: 0.3,0.2)', listOf(realNumber(0, 0.9)))
  .option('--l2 <strength>', 'penalty on the weights (default: 0.03)', realNumber(0, 1))
  .option('--input-penalty <strength>', 'silences inputs that say little (default: 0.7)', realNumber(0, 10))
  .option('--task-weights <list>', 'five (default: learned)', listOf(realNumber(0, 1e6)))
  .option('--seed <n>', 'same data and seed, same model', wholeNumber(0, 2 ** 31), 1)
  .option('--no-alone', 'do not train each task alone to compare with')
  .option('--json', 'print the figures as JSON', false)
  .action(async (options: TrainCustomerHealthOptions) => {
    const { trainCustomerHealthFiles } = await import('../tasks/train-customer-health.ts');
    await trainCustomerHealthFiles(options);
  });

/** `wellcast train`: models on this machine. Ctrl-C keeps a checkpoint of those with an --output, to go on from. */
export const trainCommand = (): Command =>
  new Command('train')
    .description('Train a model here')
    .addCommand(tabular)
    .addCommand(lstmAutoencoder)
    .addCommand(customerHealth);
