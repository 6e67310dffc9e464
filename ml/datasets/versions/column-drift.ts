import * as z from 'zod';
import { featureDrift } from '../../evaluation/feature-drift.ts';
import { populationStability } from '../../stats/population-stability.ts';
import type { DatasetColumn } from './dataset-schema.ts';
import type { Sample } from './sample.ts';

/** How a column's values differ between two versions. Figures are absent where either has no value. */
export const ColumnDrift = z.strictObject({
  name: z.string(),
  type: z.enum(['number', 'text']),
  /** Of the rows, 0 to 1. */
  missingShare: z.strictObject({ from: z.number(), to: z.number() }),
  /** Population stability index, ≥ 0: over ten quantiles of the earlier version, or over its categories. */
  psi: z.number().optional(),
  /** The index less what chance alone makes of it: about 0 where nothing has moved. */
  psiExcess: z.number().optional(),
  /** Kolmogorov–Smirnov distance, 0 … 1; of numbers. */
  ks: z.number().optional(),
  /** Chance of such a distance if nothing has moved, 0 … 1. */
  ksPValue: z.number().optional(),
});
export type ColumnDrift = z.infer<typeof ColumnDrift>;

/**
 * Compares the distributions of a column that two versions share.
 *
 * @param column - of the same type in both
 * @param from - samples of the earlier version, at least one
 * @param to - of the later, at least one
 * @example
 * columnDrift({ name: 'x', type: 'number', role: 'feature' }, [{ sampleId: 'a', cells: { x: 1 } }], [{ sampleId: 'a', cells: { x: null } }]) // => { name: 'x', type: 'number', missingShare: { from: 0, to: 1 } }
 */
export const columnDrift = (
  { name, type }: DatasetColumn,
  from: readonly Sample[],
  to: readonly Sample[],
): ColumnDrift => {
  const [before, after] = [presentIn(from, name), presentIn(to, name)];
  const head = {
    name,
    type,
    missingShare: { from: 1 - before.length / from.length, to: 1 - after.length / to.length },
  };
  if (before.length === 0 || after.length === 0) return head;
  if (type === 'text') {
    const { index, excess } = populationStability(...categoryCounts(before, after));
    return { ...head, psi: index, psiExcess: excess };
  }
  const { psi, psiExcess, ks, ksPValue } = featureDrift(before.map(Number), after.map(Number));
  return { ...head, psi, psiExcess, ks, ksPValue };
};

const presentIn = (samples: readonly Sample[], name: string): readonly (number | string)[] =>
  samples.flatMap(({ cells }) => cells[name] ?? []);

/** How often each category of either version occurs in both, in one order. */
const categoryCounts = (
  from: readonly (number | string)[],
  to: readonly (number | string)[],
): readonly [from: readonly number[], to: readonly number[]] => {
  const categories = [...new Set([...from, ...to])];
  const countsOf = (cells: readonly (number | string)[]) => {
    const counts = new Map<number | string, number>();
    for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return categories.map((category) => counts.get(category) ?? 0);
  };
  return [countsOf(from), countsOf(to)];
};
