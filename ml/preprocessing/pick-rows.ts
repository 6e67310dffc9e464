/**
 * Some rows of a matrix, in the order asked for.
 *
 * @param from - row by row, as wide as `into`; not mutated
 * @param rows - row numbers; may repeat
 * @param into - takes the rows, shape [rows.length × width]
 * @returns `into`
 * @example
 * pickRows(Float64Array.of(1, 2, 3, 4, 5, 6), [2, 0], new Float64Array(4)) // => Float64Array.of(5, 6, 1, 2)
 */
export const pickRows = <Cells extends Float32Array | Float64Array>(
  from: Cells,
  rows: readonly number[],
  into: Cells,
): Cells => {
  const width = into.length / rows.length;
  rows.forEach((row, place) => {
    into.set(from.subarray(row * width, (row + 1) * width), place * width);
  });
  return into;
};
