import { TableError } from '../table-error.ts';
import type { Column, Frame, NamedColumn } from './frame.ts';

/**
 * A frame with some columns replaced by none, one or several, which stand where the old one stood.
 *
 * @param replacements - by the name of the column that they replace
 * @param added - further columns, at the end
 * @throws {TableError} when two columns would have the same name
 */
export const replaceColumns = (
  frame: Frame,
  replacements: ReadonlyMap<string, readonly NamedColumn[]>,
  added: readonly NamedColumn[] = [],
): Frame => {
  const columns = new Map<string, Column>();
  const place = ([name, column]: NamedColumn) => {
    if (columns.has(name)) {
      throw new TableError(`A step would make a second column ${name}: rename the one that is there.`, {
        column: name,
      });
    }
    columns.set(name, column);
  };
  for (const [name, column] of frame.columns) {
    for (const replacement of replacements.get(name) ?? [[name, column]]) place(replacement);
  }
  for (const column of added) place(column);
  return { ...frame, columns };
};
