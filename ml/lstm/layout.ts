/** Columns of a panel: what the kernels' inner loop works on at once. */
export const panelColumns = 16;

/**
 * A width rounded up to whole panels, as rows are stored in the kernels' memory.
 *
 * @example
 * paddedWidth(7) // => 16
 */
export const paddedWidth = (width: number): number => Math.ceil(width / panelColumns) * panelColumns;

/**
 * Which column of a Keras matrix each column of the panels holds, −1 for padding: here as they come.
 *
 * @example
 * plainColumns(2).slice(0, 4) // => [0, 1, -1, -1]
 */
export const plainColumns = (units: number): readonly number[] =>
  Array.from({ length: paddedWidth(units) }, (_, column) => (column < units ? column : -1));

/**
 * The same for the weights of an LSTM. A panel belongs to four units and holds four columns of each gate, so that
 * whoever has a panel has all gates of its units.
 *
 * @param units - of the layer; the Keras matrix has 4 × units columns, gate by gate
 * @example
 * gateColumns(8).slice(0, 16) // => [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]
 */
export const gateColumns = (units: number): readonly number[] =>
  Array.from({ length: 4 * paddedWidth(units) }, (_, column) => {
    const unit = 4 * (column >> 4) + (column & 3);
    const gate = (column >> 2) & 3;
    return unit < units ? gate * units + unit : -1;
  });

/** A Keras matrix and how its columns lie in panels. */
export interface PanelLayout {
  readonly rows: number;
  /** Columns of the Keras matrix. */
  readonly columns: number;
  readonly columnOf: readonly number[];
  /** Where `columnOf` is `gateColumns` of so many units; the kernels lay such a matrix out as well. */
  readonly gatesOf?: number;
  /** Rows of each panel, ≥ rows; those beyond are zero. */
  readonly panelRows: number;
}

/** Floats that a matrix takes in panels. */
export const packedLength = ({ columnOf, panelRows }: PanelLayout): number => columnOf.length * panelRows;

/**
 * Lays a matrix out in panels of 16 columns, each stored row after row.
 *
 * @param matrix - row-major, shape [rows, columns]
 * @param packed - of `packedLength`; its padding is left as it is
 */
export const packInto = (matrix: Float32Array, packed: Float32Array, layout: PanelLayout): void => {
  const { rows, columns, columnOf, panelRows } = layout;
  for (let column = 0; column < columnOf.length; column += 1) {
    let plain = columnOf[column] as number;
    if (plain < 0) continue;
    const start = panelStart(column, panelRows);
    const end = start + rows * panelColumns;
    for (let at = start; at < end; at += panelColumns) {
      packed[at] = matrix[plain] as number;
      plain += columns;
    }
  }
};

/** Where the first row of a column is. */
const panelStart = (column: number, panelRows: number): number =>
  (column - (column & 15)) * panelRows + (column & 15);

/**
 * The inverse of `packInto`.
 *
 * @returns row-major, shape [rows, columns]
 */
export const unpack = (packed: Float32Array, layout: PanelLayout): Float32Array => {
  const { rows, columns, columnOf, panelRows } = layout;
  const matrix = new Float32Array(rows * columns);
  for (const [column, plainColumn] of columnOf.entries()) {
    if (plainColumn < 0) continue;
    const start = panelStart(column, panelRows);
    for (let row = 0; row < rows; row += 1) {
      matrix[row * columns + plainColumn] = packed[start + row * panelColumns] as number;
    }
  }
  return matrix;
};
