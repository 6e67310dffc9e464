import { applyStep } from './apply-step.ts';
import type { FittedPipeline } from './fitted-pipeline.ts';
import { frameToRows } from './frame-to-rows.ts';
import type { Row } from './row.ts';
import { rowsToFrame } from './rows-to-frame.ts';

/**
 * Rows as a fitted pipeline makes them: what was learned in training is used, nothing is learned.
 *
 * But for forward fill, which looks at a person's other rows, a row comes out the same alone or among others.
 *
 * @param fitted - from `fitPipeline` or `loadPipeline`
 * @param rows - with the feature columns of training and no others; columns with a role may be absent and pass through
 * @returns in order: the columns with a role, then the pipeline's outputs
 * @throws {TableError} naming row (from 1) and column, when a row is not like those of training
 */
export const applyPipeline = (fitted: FittedPipeline, rows: readonly Row[]): readonly Row[] => {
  let frame = rowsToFrame(rows, fitted.inputs, fitted.roles);
  for (const step of fitted.steps) frame = applyStep(step, frame);
  return frameToRows(frame, fitted.roles);
};
