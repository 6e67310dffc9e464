import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { encodeTable } from '../../ml/preprocessing/encode-table.ts';
import { inputFile } from '../cli/input-file.ts';
import { openOutput } from '../cli/open-output.ts';

export interface EncodeOptions {
  readonly data: string;
  readonly output: string;
  readonly label: string;
  readonly positive: string;
  readonly id?: string;
  readonly json: boolean;
}

/** A CSV with text columns, as numbers. */
export const encodeFile = async ({
  data,
  output,
  label,
  positive,
  id,
  json,
}: EncodeOptions): Promise<void> => {
  const [header = [], ...rows]: string[][] = parse(await readFile(await inputFile(data)), { bom: true });
  const encoded = encodeTable(
    { header, rows },
    { labelColumn: label, positiveClass: positive, idColumn: id },
  );
  const stream = await openOutput(output);
  stream.end(stringify([[...encoded.header], ...encoded.rows.map((row) => [...row])]));
  const result = { output, rows: encoded.rows.length, columns: encoded.header.length };
  process.stdout.write(
    json ? `${JSON.stringify(result)}\n` : `${result.rows} rows of ${result.columns} columns in ${output}\n`,
  );
};
