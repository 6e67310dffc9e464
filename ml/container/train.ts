import { readFile } from 'node:fs/promises';
import { failureText } from './failure-text.ts';
import { algorithmOf, HyperparameterError } from './hyperparameter-fields.ts';
import { runAutoencoder } from './run-autoencoder.ts';
import { runTabular } from './run-tabular.ts';
import { trainingFolders } from './training-folders.ts';
import { writeAtomically } from './write-atomically.ts';

/** 128 + SIGTERM, as a shell has it. */
const stoppedExitCode = 143;

const report = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** No file: every setting has a default. */
const readSettings = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new HyperparameterError('hyperparameters.json is not JSON.');
    throw error;
  }
};

const train = async (root: string, signal: AbortSignal): Promise<void> => {
  const folders = trainingFolders(root);
  const hyperparameters = await readSettings(folders.hyperparameters);
  const run = { tabular: runTabular, 'lstm-autoencoder': runAutoencoder }[algorithmOf(hyperparameters)];
  await run({ folders, hyperparameters, signal, report });
};

const root = process.env['ML_ROOT'] ?? '/opt/ml';
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
try {
  await train(root, stop.signal);
} catch (error) {
  if (stop.signal.aborted) {
    report('stopped; the checkpoint holds every epoch that was finished');
    process.exitCode = stoppedExitCode;
  } else {
    const text = failureText(error);
    await writeAtomically(trainingFolders(root).failure, `${text}\n`);
    process.stderr.write(`${text}\n`);
    // Frames only: the first line of a stack is the message, which may quote data.
    if (error instanceof Error)
      process.stderr.write(`${error.stack?.match(/^ {4}at .*$/gm)?.join('\n') ?? ''}\n`);
    process.exitCode = 1;
  }
}
