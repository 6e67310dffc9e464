import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readHyperparameters } from '../../ml/container/hyperparameters.ts';
import { trainAndEvaluate } from '../../ml/container/train-and-evaluate.ts';
import { trainingFolders } from '../../ml/container/training-folders.ts';
import { writeModel } from '../../ml/container/write-model.ts';
import { decideApproval } from '../../ml/evaluation/approval-gate.ts';
import { inputFile } from '../cli/input-file.ts';
import { metricsTable } from '../cli/metrics-table.ts';

export interface TrainOptions {
  readonly data: string;
  readonly validation: string;
  readonly output: string;
  readonly label: string;
  readonly id?: string;
  readonly epochs?: number;
  readonly seed: number;
  readonly json: boolean;
}

/** The trainer reads channels, which are folders: one file goes into each. */
const channelsOf = async (root: string, options: TrainOptions) => {
  const folders = trainingFolders(root);
  for (const [folder, file] of [
    [folders.train, options.data],
    [folders.validation, options.validation],
  ] as const) {
    await mkdir(folder, { recursive: true });
    await copyFile(
      await inputFile(file),
      path.join(folder, path.basename(file).replace(/(\.csv)?$/, '.csv')),
    );
  }
  const output = path.resolve(options.output);
  return { ...folders, model: output, checkpoints: path.join(output, 'checkpoints') };
};

/** Trains and measures as the SageMaker job does, from two files into a folder. */
export const trainTabular = async (options: TrainOptions): Promise<void> => {
  const settings = readHyperparameters({
    label_column: options.label,
    seed: String(options.seed),
    ...(options.id === undefined ? {} : { id_column: options.id }),
    ...(options.epochs === undefined ? {} : { epochs: String(options.epochs) }),
  });
  const root = await mkdtemp(path.join(os.tmpdir(), 'wellcast-train-'));
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    const folders = await channelsOf(root, options);
    const report = (line: string) => process.stderr.write(`${line}\n`);
    const result = await trainAndEvaluate({ folders, settings, signal: stop.signal, report });
    await writeModel(folders.model, result);
    await rm(folders.checkpoints, { recursive: true, force: true });
    const gate = decideApproval(result.metrics);
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ output: folders.model, metrics: result.metrics, gate })}\n`
        : [
            ...metricsTable(result.metrics),
            ...gate.reasons.map((reason) => `× ${reason}`),
            folders.model,
            '',
          ].join('\n'),
    );
  } finally {
    process.off('SIGINT', onSignal);
    await rm(root, { recursive: true, force: true });
  }
};
