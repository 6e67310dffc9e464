import { createHash } from 'node:crypto';
import path from 'node:path';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import { kerasFile } from '../../ml/export/keras-file.ts';
import { npyFile } from '../../ml/export/npy.ts';
import { onnxModel } from '../../ml/export/onnx-model.ts';
import { tfliteModel } from '../../ml/export/tflite-model.ts';
import { encodingDimOf } from '../../ml/lstm/lstm-network.ts';
import { outputFolder } from '../cli/output-folder.ts';
import { type ModelFolder, readModelFolder } from '../cli/read-model-folder.ts';
import { table } from '../cli/table.ts';

export interface ExportOptions {
  readonly model: string;
  readonly output: string;
  readonly json: boolean;
}

/** Every format by its name within the output folder. */
const exportedFiles = async (model: ModelFolder): Promise<Map<string, Uint8Array>> => {
  const { files, network, threshold, settings } = model;
  const inFolder = [...files].map(([name, content]) => [`tfjs/${name}`, content] as const);
  return new Map([
    ...inFolder,
    [
      'lstm_model.onnx',
      onnxModel(network, {
        'wellcast.features': settings.featureNames.join(','),
        'wellcast.threshold': String(threshold.threshold),
        'wellcast.error': threshold.errorModel.kind,
      }),
    ],
    ['lstm_model.h5', await kerasFile(network)],
    ['lstm_model.tflite', tfliteModel(network)],
    ['threshold.npy', npyFile([threshold.threshold], [])],
  ]);
};

/** What each file is, so that nobody has to guess: its size and SHA-256, and what the network takes. */
const describeExport = (files: ReadonlyMap<string, Uint8Array>, model: ModelFolder) => ({
  formatVersion: 1,
  modelName: model.metrics.modelName,
  input: {
    shape: [null, model.network.steps, model.network.features],
    featureNames: model.settings.featureNames,
    standardisation: 'tfjs/normalization_params.json',
    sampleIntervalSeconds: model.settings.sampleIntervalSeconds,
  },
  encodingDim: encodingDimOf(model.network),
  threshold: model.threshold.threshold,
  errorKind: model.threshold.errorModel.kind,
  files: Object.fromEntries(
    [...files].map(([name, content]) => [
      name,
      { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length },
    ]),
  ),
});

/** Writes a trained model in the formats that other runtimes read; the same model gives the same bytes. */
export const exportLstmAutoencoder = async (options: ExportOptions): Promise<void> => {
  const model = await readModelFolder(options.model);
  await outputFolder(options.output);
  const output = path.resolve(options.output);
  const files = await exportedFiles(model);
  const metadata = describeExport(files, model);
  for (const [name, content] of files) await writeAtomically(path.join(output, name), content);
  // Last: where it is, the others are whole.
  await writeAtomically(path.join(output, 'metadata.json'), `${JSON.stringify(metadata, null, 2)}\n`);
  const rows = Object.entries(metadata.files).map(([name, { bytes, sha256 }]) => [
    name,
    String(bytes),
    sha256.slice(0, 16),
  ]);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ output, ...metadata })}\n`
      : [...table([['file', 'bytes', 'SHA-256'], ...rows]), output, ''].join('\n'),
  );
};
