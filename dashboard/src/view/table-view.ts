/** A table as text, whatever draws it. */
export interface TableView {
  /** What it is of; read out before it. */
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean }[];
  /** As many cells as columns; the first names the row. */
  readonly rows: readonly (readonly string[])[];
}
