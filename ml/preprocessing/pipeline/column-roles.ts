import * as z from 'zod';

const ColumnName = z.string().min(1).max(200);

/** The columns that are no features: no step reads them as one or changes them, and they pass through as they are. */
export const ColumnRoles = z.strictObject({
  /** What is to be predicted: 0 or 1, an amount, or the name of a class. */
  target: ColumnName.optional(),
  /** Whose row it is; rows of one person stay on one side of every split and every fold. */
  person: ColumnName.optional(),
  /** When the row was true: milliseconds since 1970 UTC, or ISO 8601. */
  time: ColumnName.optional(),
});
export type ColumnRoles = z.infer<typeof ColumnRoles>;

/** The names of columns that have a role, in the order target, person, time. */
export const roleColumns = ({ target, person, time }: ColumnRoles): readonly string[] =>
  [target, person, time].filter((name) => name !== undefined);
