import type { StageBook } from '../../../ml/evaluation/stage-book.ts';

/** Which versions of a model are where, as one row that changes by compare-and-set. */
export interface ModelStages {
  /** An empty book where nothing was promoted yet. */
  read(modelId: string): Promise<StageBook>;
  /** False when the row is no longer at the revision before the book's. */
  write(modelId: string, book: StageBook): Promise<boolean>;
}
