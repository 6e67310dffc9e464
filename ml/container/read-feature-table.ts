import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FeatureTable } from '../preprocessing/feature-table.ts';
import { featureTableBuilder, type TableColumns } from '../preprocessing/feature-table-builder.ts';
import { TableError } from '../preprocessing/table-error.ts';
import { streamCsv } from './stream-csv.ts';

/**
 * Reads CSV files with one header each into one table, streaming.
 *
 * @param paths - files with the same columns
 * @param columns - which column is what
 * @throws {TableError} naming file, line and column of what cannot be read
 */
export const readFeatureTable = async (
  paths: readonly string[],
  columns: TableColumns,
): Promise<FeatureTable & { readonly hasIds: boolean }> => {
  const builder = featureTableBuilder(columns);
  for (const path of paths) await streamCsv(path, builder);
  return builder.finish();
};

/**
 * The CSV files of a SageMaker channel, in order of name.
 *
 * @param folder - of the channel
 * @throws {TableError} when there is none
 */
export const channelFiles = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith('.csv')).sort();
  if (files.length === 0) {
    throw new TableError(
      `The channel ${basename(folder)} holds no .csv file: check the S3 path of the job.`,
      {
        channel: basename(folder),
      },
    );
  }
  return files.map((name) => join(folder, name));
};
