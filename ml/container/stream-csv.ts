import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { TableError } from '../preprocessing/table-error.ts';

/** Takes the cells of a CSV file as they are read. */
export interface CsvRows {
  /** Called once, with the column names and the file's name without its folder. */
  startFile(header: readonly string[], file: string): void;
  /** @param line - counted from 1, the header being line 1 */
  addRow(cells: readonly string[], line: number): void;
}

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

/**
 * Streams one CSV file with a header.
 *
 * @param path - of the file
 * @param rows - takes header and rows
 * @throws {TableError} naming the file and the line of what is no CSV
 */
export const streamCsv = async (path: string, rows: CsvRows): Promise<void> => {
  const file = basename(path);
  const parser = parse({ bom: true, info: true, skip_empty_lines: true });
  let hasHeader = false;
  try {
    await pipeline(createReadStream(path), parser, async (records: AsyncIterable<CsvRecord>) => {
      for await (const { record, info } of records) {
        if (hasHeader) rows.addRow(record, info.lines);
        else rows.startFile(record, file);
        hasHeader = true;
      }
    });
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(error, file) : error;
  }
  if (!hasHeader) throw new TableError(`${file} is empty: it needs a header and rows.`, { file });
};
