import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { encodeTable } from '../../ml/preprocessing/encode-table.ts';
import { inputFile } from '../cli/input-file.ts';
import { openOutput } from '../cli/open-output.ts';

interface EncodeOptions {
  readonly data: string;
  readonly output: string;
  readonly label: string;
  readonly positive: string;
  readonly id?: string;
  readonly json: boolean;
}

const encode = async ({ data, output, label, positive, id, json }: EncodeOptions): Promise<void> => {
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

const encodeCommand = new Command('encode')
  .description('A table with text columns as numbers, ready for "train tabular"')
  .requiredOption('--data <file>', 'CSV with a header')
  .requiredOption('--label <column>', 'what is to be predicted')
  .requiredOption('--positive <value>', 'the value of it that becomes 1')
  .option('--id <column>', 'kept as it is')
  .option('--output <file>', 'where the numbers go', 'encoded.csv')
  .option('--json', 'print the result as JSON', false)
  .action(encode);

/** `wellcast datasets`: tables on their way to a trainer. */
export const datasetsCommand = (): Command =>
  new Command('datasets').description('Tables on their way to a trainer').addCommand(encodeCommand);
