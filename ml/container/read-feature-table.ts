import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { FeatureTable } from '../preprocessing/feature-table.ts';
import {
  type FeatureTableBuilder,
  featureTableBuilder,
  type TableColumns,
} from '../preprocessing/feature-table-builder.ts';
import { TableError } from '../preprocessing/table-error.ts';

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The CSV reader's own messages may quote a cell, so only its code goes on. */
const csvProblem = (error: CsvError, file: string): TableError => {
  const line = Number(error['lines']);
  const problem = error.code.includes('INCONSISTENT')
    ? 'has more or fewer cells than the header'
    : `is not valid CSV (${error.code})`;
  return new TableError(`${file}, line ${line}: the row ${problem}.`, { file, line });
};

const addFile = async (path: string, builder: FeatureTableBuilder): Promise<void> => {
  const file = basename(path);
  const parser = parse({ bom: true, info: true, skip_empty_lines: true });
  let hasHeader = false;
  try {
    await pipeline(createReadStream(path), parser, async (records: AsyncIterable<CsvRecord>) => {
      for await (const { record, info } of records) {
        if (hasHeader) builder.addRow(record, info.lines);
        else builder.startFile(record, file);
        hasHeader = true;
      }
    });
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(error, file) : error;
  }
  if (!hasHeader) throw new TableError(`${file} is empty: it needs a header and rows.`, { file });
};

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
  for (const path of paths) await addFile(path, builder);
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
