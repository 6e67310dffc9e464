/**
 * Lines of a plain text table: columns padded to their widest cell, two spaces between; cells that look like
 * numbers to the right.
 *
 * @param rows - shape [rows][columns]; the first row is the header
 */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return /^[-+−]?[\d.,]+ ?%?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
};
