import type { AssembledDataset } from '../../ml/datasets/assemble-dataset.ts';
import { jsonLine } from '../../ml/datasets/dataset-lines.ts';
import type { SampleRow } from '../../ml/datasets/dataset-row.ts';
import { rowsDigest } from '../../ml/datasets/rows-digest.ts';
import { crisisFeatureNames } from '../../ml/features/crisis-feature-schema.ts';
import type { DatasetStore } from '../shared/ports/dataset-store.ts';
import { csvLines, type WrittenFile } from '../shared/training-dataset/dataset-files.ts';
import { datasetKeys } from '../shared/training-dataset/dataset-keys.ts';

/** Both sides as CSV and as JSON lines, each line made when it is due, and the digest of all CSV rows. */
export const writeDatasetFiles = async (
  store: DatasetStore,
  dataset: AssembledDataset,
  timestamp: string,
): Promise<{ files: readonly WrittenFile[]; rowsSha256: string }> => {
  const keys = datasetKeys(timestamp);
  const digest = rowsDigest();
  const write = async (path: string, rows: readonly SampleRow[], linesOf: LinesOf): Promise<WrittenFile> => ({
    path,
    rows: rows.length,
    ...(await store.write(path, linesOf(rows))),
  });
  const csv: LinesOf = (rows) => csvLines(rows, digest);
  const jsonl: LinesOf = function* (rows) {
    for (const row of rows) yield jsonLine(row, crisisFeatureNames);
  };
  const files = [
    await write(keys.trainCsv, dataset.train, csv),
    await write(keys.validationCsv, dataset.validation, csv),
    await write(keys.trainJsonl, dataset.train, jsonl),
    await write(keys.validationJsonl, dataset.validation, jsonl),
  ];
  return { files, rowsSha256: digest.digest() };
};

type LinesOf = (rows: readonly SampleRow[]) => Iterable<string>;
