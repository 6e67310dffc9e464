import { cellIn, type Row } from '../../preprocessing/pipeline/row.ts';
import { InvalidRowError } from '../invalid-row-error.ts';
import { canonicalJson } from './canonical-json.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import { sampleIdOf } from './pseudonyms.ts';
import type { Sample } from './sample.ts';

export interface SampleNaming {
  readonly datasetId: string;
  readonly secret: string;
  readonly schema: DatasetSchema;
  readonly personColumn?: string | undefined;
}

export interface NamedSamples {
  /** By sample, then time, then content: the same for the same rows in any order. */
  readonly samples: readonly Sample[];
  /** Person → sample id; empty where no column names persons. */
  readonly sampleIds: ReadonlyMap<string, string>;
}

/**
 * Rows with their persons replaced by sample ids, in one order whatever the order given. Without a person column
 * every row is somebody of its own, named by its content and by which of its equals it is.
 *
 * @param rows - not mutated; columns that the schema does not know are dropped
 * @throws {InvalidRowError} when a row names no person, or a number is not finite
 */
export const samplesOfRows = (rows: readonly Row[], naming: SampleNaming): NamedSamples => {
  const { datasetId, secret, schema, personColumn } = naming;
  const sampleIds = new Map<string, string>();
  const seen = new Map<string, number>();
  const idOf = (row: Row, cells: Row, index: number): string => {
    if (personColumn === undefined) {
      const content = canonicalJson(cells);
      const nth = seen.get(content) ?? 0;
      seen.set(content, nth + 1);
      return sampleIdOf(secret, datasetId, `${nth} ${content}`);
    }
    const person = cellIn(row, personColumn) ?? '';
    if (person === '') {
      throw new InvalidRowError(
        `Row ${index + 1} has nothing in column ${personColumn}, which names its person.`,
        {
          column: personColumn,
          row: index + 1,
        },
      );
    }
    const sampleId = sampleIds.get(`${person}`) ?? sampleIdOf(secret, datasetId, `${person}`);
    sampleIds.set(`${person}`, sampleId);
    return sampleId;
  };
  const samples = rows.map((row, index) => {
    const cells = cellsOf(row, schema, index);
    return { sampleId: idOf(row, cells, index), cells };
  });
  return { samples: inOrder(samples, schema), sampleIds };
};

/** By sample, then time, then content. */
export const inOrder = (samples: readonly Sample[], schema: DatasetSchema): readonly Sample[] => {
  const time = schema.columns.find(({ role }) => role === 'time')?.name;
  const keyed = samples.map((sample) => ({ sample, content: canonicalJson(sample.cells) }));
  const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
  const momentOf = ({ cells }: Sample) => (time === undefined ? null : (cells[time] ?? null));
  const byTime = (a: Sample, b: Sample) => {
    const [left, right] = [momentOf(a), momentOf(b)];
    if (left === null || right === null) return Number(left !== null) - Number(right !== null);
    return typeof left === typeof right ? compare(left, right) : compare(`${left}`, `${right}`);
  };
  return keyed
    .sort(
      (a, b) =>
        compare(a.sample.sampleId, b.sample.sampleId) ||
        byTime(a.sample, b.sample) ||
        compare(a.content, b.content),
    )
    .map(({ sample }) => sample);
};

const cellsOf = (row: Row, schema: DatasetSchema, index: number): Row =>
  Object.fromEntries(
    schema.columns.map(({ name, type }) => {
      const cell = cellIn(row, name);
      if (cell === null) return [name, null];
      const isRight =
        type === 'number' ? typeof cell === 'number' && Number.isFinite(cell) : typeof cell === 'string';
      if (isRight) return [name, cell === 0 ? 0 : cell];
      throw new InvalidRowError(
        `Row ${index + 1}, column ${name}: not a ${type === 'number' ? 'finite number' : 'text'}.`,
        {
          column: name,
          row: index + 1,
        },
      );
    }),
  );
