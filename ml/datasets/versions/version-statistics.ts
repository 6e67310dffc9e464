import * as z from 'zod';
import { mean } from '../../stats/mean.ts';
import { populationStandardDeviation } from '../../stats/population-standard-deviation.ts';
import { quantileOfSorted } from '../../stats/quantile.ts';
import type { DatasetSchema } from './dataset-schema.ts';
import type { Sample } from './sample.ts';

const Count = z.int().nonnegative();
const ColumnCounts = { missing: Count, missingShare: z.number().min(0).max(1) };

export const ColumnStatistics = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('number'),
    ...ColumnCounts,
    /** Null where every cell is missing. */
    mean: z.number().nullable(),
    /** Of the population. */
    deviation: z.number().nullable(),
    /** Minimum, nine deciles, maximum, shape [11]; empty where every cell is missing. */
    deciles: z.array(z.number()),
  }),
  z.strictObject({
    type: z.literal('text'),
    ...ColumnCounts,
    distinct: Count,
    /** The 20 most frequent values, falling. */
    top: z.array(z.strictObject({ value: z.string(), count: Count })),
  }),
]);
export type ColumnStatistics = z.infer<typeof ColumnStatistics>;

export const VersionStatistics = z.strictObject({
  rows: Count,
  samples: Count,
  trainRows: Count,
  testRows: Count,
  /** Rows by value of the target, of both sides; empty where the target has more than 20 values or there is none. */
  classBalance: z.array(z.strictObject({ value: z.string(), train: Count, test: Count })),
  columns: z.record(z.string(), ColumnStatistics),
});
export type VersionStatistics = z.infer<typeof VersionStatistics>;

const mostFrequent = 20;
/** A value of fewer rows may be a name; it is counted among the distinct ones and not told. */
const smallestCount = 11;

/**
 * What a version's rows look like before they are prepared.
 *
 * @param sides - of samples with every column of the schema
 * @param schema - their columns
 */
export const versionStatistics = (
  sides: { readonly train: readonly Sample[]; readonly test: readonly Sample[] },
  schema: DatasetSchema,
): VersionStatistics => {
  const all = [...sides.train, ...sides.test];
  const target = schema.columns.find(({ role }) => role === 'target')?.name;
  return {
    rows: all.length,
    samples: new Set(all.map(({ sampleId }) => sampleId)).size,
    trainRows: sides.train.length,
    testRows: sides.test.length,
    classBalance: target === undefined ? [] : classBalance(sides, target),
    columns: Object.fromEntries(
      schema.columns.map(({ name, type }) => [
        name,
        type === 'number' ? numberStatistics(all, name) : textStatistics(all, name),
      ]),
    ),
  };
};

const countsOf = (samples: readonly Sample[], name: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { cells } of samples) {
    const cell = cells[name] ?? null;
    if (cell !== null) counts.set(`${cell}`, (counts.get(`${cell}`) ?? 0) + 1);
  }
  return counts;
};

const classBalance = (
  { train, test }: { readonly train: readonly Sample[]; readonly test: readonly Sample[] },
  target: string,
): VersionStatistics['classBalance'] => {
  const [ofTrain, ofTest] = [countsOf(train, target), countsOf(test, target)];
  const values = [...new Set([...ofTrain.keys(), ...ofTest.keys()])].sort();
  if (values.length > mostFrequent) return [];
  return values.map((value) => ({ value, train: ofTrain.get(value) ?? 0, test: ofTest.get(value) ?? 0 }));
};

const numberStatistics = (samples: readonly Sample[], name: string): ColumnStatistics => {
  const present = Float64Array.from(
    samples.flatMap(({ cells }) => (typeof cells[name] === 'number' ? [cells[name]] : [])),
  ).sort();
  const isEmpty = present.length === 0;
  return {
    type: 'number',
    ...missingOf(samples.length, present.length),
    mean: isEmpty ? null : mean(present),
    deviation: isEmpty ? null : populationStandardDeviation(present),
    deciles: isEmpty ? [] : Array.from({ length: 11 }, (_, tenth) => quantileOfSorted(present, tenth / 10)),
  };
};

const textStatistics = (samples: readonly Sample[], name: string): ColumnStatistics => {
  const counts = countsOf(samples, name);
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const top = [...counts]
    .filter(([, count]) => count >= smallestCount)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, mostFrequent)
    .map(([value, count]) => ({ value, count }));
  return { type: 'text', ...missingOf(samples.length, present), distinct: counts.size, top };
};

const missingOf = (rows: number, present: number) => ({
  missing: rows - present,
  missingShare: rows === 0 ? 0 : (rows - present) / rows,
});
