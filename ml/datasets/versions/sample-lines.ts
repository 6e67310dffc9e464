import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Cell, Row } from '../../preprocessing/pipeline/row.ts';
import { type DatasetSchema, sampleIdColumn } from './dataset-schema.ts';
import type { Sample } from './sample.ts';

const StoredRow = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));

/**
 * Samples as lines of JSON: the sample's id, then the columns of the schema in order.
 *
 * @example
 * jsonLinesOf([{ sampleId: 's_1', cells: { b: null, a: 1 } }], { columns: [{ name: 'a', type: 'number', role: 'feature' }, { name: 'b', type: 'text', role: 'feature' }] }) // => ['{"sample_id":"s_1","a":1,"b":null}\n']
 */
export const jsonLinesOf = (samples: readonly Sample[], schema: DatasetSchema): readonly string[] =>
  samples.map(({ sampleId, cells }) => {
    const columns = schema.columns.map(({ name }) => [name, cells[name] ?? null] as const);
    return `${JSON.stringify(Object.fromEntries([[sampleIdColumn, sampleId], ...columns]))}\n`;
  });

/**
 * The lines of a text without their ends; an empty line is none.
 *
 * @example
 * linesOf('a\nb\n') // => ['a', 'b']
 */
export const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** The samples of such lines again. @throws {z.ZodError} {SyntaxError} when they are none */
export const samplesOfJsonLines = (text: string): readonly Sample[] =>
  linesOf(text).map((line) => {
    const { [sampleIdColumn]: sampleId, ...cells } = StoredRow.parse(JSON.parse(line));
    return { sampleId: `${sampleId}`, cells };
  });

/**
 * Prepared rows as CSV with a header (RFC 4180); what is missing is an empty cell.
 *
 * @param names - the columns, in order
 * @example
 * csvOf([{ x: 0.5, y: null }], ['x', 'y']) // => 'x,y\n0.5,\n'
 */
export const csvOf = (rows: readonly Row[], names: readonly string[]): string =>
  stringify([[...names], ...rows.map((row) => names.map((name): Cell => row[name] ?? null))]);
