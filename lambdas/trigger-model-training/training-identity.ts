import { createHash } from 'node:crypto';
import { DatasetManifest } from '../../ml/datasets/dataset-manifest.ts';
import { rowsDigest } from '../../ml/datasets/rows-digest.ts';
import { s3Location } from '../shared/adapters/s3-location.ts';
import type { DatasetReader } from '../shared/ports/dataset-reader.ts';
import type { TriggerModelTrainingRequest } from './schema.ts';

/**
 * The digest of the rows of both sides, whatever their order: from the manifest where it speaks of these very files,
 * else from the files themselves. A path that ends in a slash stands for all files below it, and needs the manifest.
 */
export const findRowsSha256 = async (
  datasets: DatasetReader,
  request: TriggerModelTrainingRequest,
): Promise<string> => {
  const { trainPath, validationPath, manifestPath } = request;
  if (manifestPath !== undefined) {
    const manifest = parseManifest(await datasets.readText(manifestPath));
    const named = manifest?.files.map(({ path }) => path) ?? [];
    const isNamed = (path: string) => {
      const { Key } = s3Location(path);
      return named.some((key) => key === Key || (Key.endsWith('/') && key.startsWith(Key)));
    };
    if (manifest !== undefined && isNamed(trainPath) && isNamed(validationPath)) return manifest.rowsSha256;
  }
  const digest = rowsDigest();
  for (const path of [trainPath, validationPath]) {
    let isHeader = true;
    for await (const line of datasets.readLines(path)) {
      if (!isHeader) digest.add(line);
      isHeader = false;
    }
  }
  return digest.digest();
};

/**
 * Sixteen hexadecimal digits that stand for one training: its rows and its hyper-parameters.
 *
 * @param hyperParameters - including rows_sha256
 */
export const trainingHash = (hyperParameters: Readonly<Record<string, string>>): string => {
  const sorted = Object.entries(hyperParameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
};

const parseManifest = (text: string): DatasetManifest | undefined => {
  try {
    return DatasetManifest.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};
