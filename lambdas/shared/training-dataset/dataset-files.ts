import * as z from 'zod';
import { csvHeader, csvLine } from '../../../ml/datasets/dataset-lines.ts';
import type { SampleRow } from '../../../ml/datasets/dataset-row.ts';
import type { RowsDigest } from '../../../ml/datasets/rows-digest.ts';
import { crisisFeatureNames } from '../../../ml/features/crisis-feature-schema.ts';

/** A file of a dataset, as its manifest names it. */
export const WrittenFile = z.strictObject({
  /** Key in the bucket. */
  path: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative(),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

/** The lines of a CSV file, header first, each made when it is due and taken into the digest. */
export function* csvLines(rows: Iterable<SampleRow>, digest: RowsDigest): Generator<string> {
  yield csvHeader(crisisFeatureNames);
  for (const row of rows) {
    const line = csvLine(row);
    digest.add(line);
    yield line;
  }
}
