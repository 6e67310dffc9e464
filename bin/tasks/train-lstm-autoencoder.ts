import { copyFile, mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readAutoencoderHyperparameters } from '../../ml/container/autoencoder-hyperparameters.ts';
import { trainAutoencoder } from '../../ml/container/train-autoencoder.ts';
import { type TrainingFolders, trainingFolders } from '../../ml/container/training-folders.ts';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import { writeAutoencoder } from '../../ml/container/write-autoencoder.ts';
import { decideDetectorApproval } from '../../ml/evaluation/detector-gate.ts';
import type { ErrorKind } from '../../ml/wearable/error-model.ts';
import { detectorTable } from '../cli/detector-table.ts';
import { inputFile } from '../cli/input-file.ts';
import { outputFile, outputFolder } from '../cli/output-folder.ts';
import { makeProgress } from '../cli/progress.ts';
import { renderPng } from '../cli/render-png.ts';
import { UsageError } from '../cli/usage-error.ts';
import { stopSignal } from '../local/stop-signal.ts';

export interface TrainLstmAutoencoderOptions {
  readonly data: string;
  readonly testData?: string;
  readonly output: string;
  readonly epochs: number;
  readonly batchSize: number;
  readonly sequenceLength: number;
  readonly encodingDim: number;
  readonly units?: readonly number[];
  readonly dropout?: number;
  readonly learningRate?: number;
  readonly patience?: number;
  readonly stride?: number;
  readonly sampleInterval?: number;
  readonly maxGapSeconds?: number;
  readonly thresholdPercentile?: number;
  readonly error?: ErrorKind;
  readonly seed: number;
  readonly json: boolean;
}

/** The trainer's settings by the names that SageMaker would pass; what was not given keeps its default. */
const hyperparametersOf = (options: TrainLstmAutoencoderOptions): Record<string, string> => {
  const given = {
    epochs: options.epochs,
    batch_size: options.batchSize,
    sequence_length: options.sequenceLength,
    encoding_dim: options.encodingDim,
    units: options.units,
    dropout: options.dropout,
    learning_rate: options.learningRate,
    patience: options.patience,
    stride: options.stride,
    sample_interval_seconds: options.sampleInterval,
    max_gap_seconds: options.maxGapSeconds,
    threshold_percentile: options.thresholdPercentile,
    error_kind: options.error,
    seed: options.seed,
  };
  const entries = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return { algorithm: 'lstm-autoencoder', ...Object.fromEntries(entries) };
};

/** The trainer reads channels, which are folders: one file goes into each. */
const fillChannels = async (
  folders: TrainingFolders,
  options: TrainLstmAutoencoderOptions,
): Promise<void> => {
  for (const [folder, file] of [
    [folders.train, options.data],
    [folders.test, options.testData],
  ] as const) {
    if (file === undefined) continue;
    await mkdir(folder, { recursive: true });
    const name = path.basename(file).replace(/(\.csv)?$/, '.csv');
    await copyFile(await inputFile(file), path.join(folder, name));
  }
};

/** The folder of the model and, if the output is to be a Keras file, that file. */
const outputsOf = (output: string): { readonly folder: string; readonly kerasPath?: string } => {
  if (['', '.h5'].includes(path.basename(output))) {
    throw new UsageError('--output needs the name of a folder, or of an .h5 file');
  }
  const full = path.resolve(output);
  return full.endsWith('.h5') ? { folder: full.slice(0, -'.h5'.length), kerasPath: full } : { folder: full };
};

/**
 * Trains a wearable model as the SageMaker job does, from a file into a folder. Ctrl-C keeps a checkpoint, from
 * which the same command goes on.
 */
export const trainLstmAutoencoder = async (options: TrainLstmAutoencoderOptions): Promise<void> => {
  const settings = readAutoencoderHyperparameters(hyperparametersOf(options));
  const { folder, kerasPath } = outputsOf(options.output);
  const root = await mkdtemp(path.join(os.tmpdir(), 'wellcast-train-'));
  const stop = stopSignal();
  const progress = makeProgress(process.stderr, Date.now);
  try {
    const folders = {
      ...trainingFolders(root),
      model: folder,
      checkpoints: path.join(folder, 'checkpoints'),
    };
    await fillChannels(folders, options);
    await outputFolder(folder);
    if (kerasPath !== undefined) await outputFile(kerasPath);
    progress.step(`Training an LSTM autoencoder on ${options.data}`);
    const trained = await trainAutoencoder({
      folders,
      settings,
      signal: stop.signal,
      report: progress.note,
      onBatch: ({ epoch, batchesDone, batches }) =>
        progress.tick(
          (epoch - 1) * batches + batchesDone,
          settings.options.epochs * batches,
          `batches, epoch ${epoch}`,
        ),
    });
    const pictures = await writeAutoencoder(folder, trained);
    for (const [name, svg] of pictures)
      await writeAtomically(path.join(folder, `${name}.png`), await renderPng(svg));
    if (kerasPath !== undefined) {
      const { kerasFile } = await import('../../ml/export/keras-file.ts');
      await writeAtomically(kerasPath, await kerasFile(trained.network));
    }
    await rm(folders.checkpoints, { recursive: true, force: true });
    const { metrics } = trained;
    progress.done(`${metrics.epochs} epochs, epoch ${metrics.bestEpoch} kept`);
    const gate = decideDetectorApproval(metrics);
    const result = {
      output: folder,
      ...(kerasPath === undefined ? {} : { keras: kerasPath }),
      metrics,
      gate,
    };
    process.stdout.write(
      options.json
        ? `${JSON.stringify(result)}\n`
        : [...detectorTable(metrics), ...gate.reasons.map((reason) => `× ${reason}`), folder, ''].join('\n'),
    );
  } catch (error) {
    // Only where nothing has come into it.
    await rmdir(folder).catch(() => {});
    if (!stop.signal.aborted) throw error;
    process.stderr.write(`\nStopped; the same command goes on from the checkpoint in ${folder}.\n`);
    process.exitCode = 130;
  } finally {
    stop.forget();
    await rm(root, { recursive: true, force: true });
  }
};
