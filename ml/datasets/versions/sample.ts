import type { Row } from '../../preprocessing/pipeline/row.ts';

/** A row of a dataset, about somebody whom only the lineage can name. */
export interface Sample {
  /** Shared by all rows of one person in one dataset, in every version of it. */
  readonly sampleId: string;
  /** By column; every column of the schema is there. */
  readonly cells: Row;
}
