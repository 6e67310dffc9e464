import * as z from 'zod';
import type { DatasetSchema } from './dataset-schema.ts';

const Names = z.array(z.string());

/** What differs between two schemas; all empty where they are one. */
export const SchemaDifference = z.strictObject({
  added: Names,
  removed: Names,
  /** Columns whose type or role is another. */
  changed: Names,
  /** The shared columns stand in another order, which changes what a model is given. */
  reordered: z.boolean(),
});
export type SchemaDifference = z.infer<typeof SchemaDifference>;

/**
 * Compares the columns of two versions.
 *
 * @param from - the earlier
 * @param to - the later
 * @example
 * schemaDifference({ columns: [{ name: 'a', type: 'number', role: 'feature' }] }, { columns: [{ name: 'a', type: 'text', role: 'feature' }, { name: 'b', type: 'text', role: 'feature' }] }) // => { added: ['b'], removed: [], changed: ['a'], reordered: false }
 */
export const schemaDifference = (from: DatasetSchema, to: DatasetSchema): SchemaDifference => {
  const before = new Map(from.columns.map((column) => [column.name, column]));
  const after = new Map(to.columns.map((column) => [column.name, column]));
  const shared = [...before.keys()].filter((name) => after.has(name));
  const sharedAfter = [...after.keys()].filter((name) => before.has(name));
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: shared.filter(
      (name) =>
        before.get(name)?.type !== after.get(name)?.type || before.get(name)?.role !== after.get(name)?.role,
    ),
    reordered: shared.some((name, position) => sharedAfter[position] !== name),
  };
};

/** @example isSameSchema({ added: [], removed: [], changed: [], reordered: false }) // => true */
export const isSameSchema = ({ added, removed, changed, reordered }: SchemaDifference): boolean =>
  added.length + removed.length + changed.length === 0 && !reordered;
