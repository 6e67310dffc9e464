import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FeatureTable } from '../../../ml/preprocessing/feature-table.ts';

/** A table as the dataset files have it. */
export const toCsv = ({ featureNames, ids, labels, values }: FeatureTable): string => {
  const cell = (value: number) => (Number.isNaN(value) ? '' : String(value));
  const width = featureNames.length;
  const lines = ids.map((id, row) =>
    [id, ...Array.from(values.subarray(row * width, (row + 1) * width), cell), labels[row]].join(','),
  );
  return `${[`sample_id,${featureNames.join(',')},label`, ...lines].join('\n')}\n`;
};

export interface OptMlFolder {
  readonly root: string;
  readonly write: (name: string, content: string) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  readonly readBytes: (name: string) => Promise<Buffer>;
  readonly list: (name: string) => Promise<string[]>;
  readonly remove: () => Promise<void>;
}

/** An empty /opt/ml-shaped folder of its own; `remove` when done. */
export const optMlFolder = async (): Promise<OptMlFolder> => {
  const root = await mkdtemp(path.join(tmpdir(), 'wellcast-opt-ml-'));
  return {
    root,
    write: async (name, content) => {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), content);
    },
    read: (name) => readFile(path.join(root, name), 'utf8'),
    readBytes: (name) => readFile(path.join(root, name)),
    list: async (name) => (await readdir(path.join(root, name)).catch(() => [])).sort(),
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
