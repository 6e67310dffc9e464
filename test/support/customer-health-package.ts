import path from 'node:path';
import { writeAtomically } from '../../ml/container/write-atomically.ts';
import { describePackage } from '../../ml/models/customer-health/package-manifest.ts';
import { trainedHealthModel } from './customer-health-model.ts';

/** What a training leaves, by its place in the folder, without a manifest. */
export const trainedFiles = (options?: { seed?: number }): Map<string, Uint8Array> => {
  const { files } = trainedHealthModel(options);
  const of = (name: 'model.json' | 'weights.bin' | 'normalization_params.json') =>
    files.get(name) ?? new Uint8Array();
  return new Map([
    ['best_model/model.json', of('model.json')],
    ['best_model/weights.bin', of('weights.bin')],
    ['normalization_params.json', of('normalization_params.json')],
  ]);
};

/** The same with its manifest, as it lies in an archive. */
export const packagedFiles = (files = trainedFiles()): Map<string, Uint8Array> =>
  new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(describePackage(files)))]]);

/** Writes files into a folder. */
export const writeFiles = async (folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> => {
  for (const [name, content] of files) await writeAtomically(path.join(folder, name), content);
};
