import { InsufficientDataError } from '../../insufficient-data-error.ts';
import { TableError } from '../table-error.ts';
import { type ColumnRoles, roleColumns } from './column-roles.ts';
import { fitStep } from './fit-step.ts';
import { type FittedPipeline, loadPipeline, pipelineSchemaVersion } from './fitted-pipeline.ts';
import type { FittedStep } from './fitted-step.ts';
import type { Frame } from './frame.ts';
import { frameToRows } from './frame-to-rows.ts';
import type { PreprocessingStep } from './preprocessing-step.ts';
import type { Row } from './row.ts';
import { inferInputs, rowsToFrame } from './rows-to-frame.ts';
import type { TrainingSplit } from './training-split.ts';

/** A pipeline, and the training rows as a model should see them. */
export interface FittedWithRows {
  readonly fitted: FittedPipeline;
  /** In the order given: the columns with a role, then the pipeline's outputs. */
  readonly rows: readonly Row[];
}

const requireRoles = (frame: Frame, roles: ColumnRoles): void => {
  const found = [frame.target, frame.persons, frame.times].filter((cells) => cells !== undefined).length;
  if (found < roleColumns(roles).length) {
    throw new TableError(
      `Training rows must have the columns ${roleColumns(roles).join(', ')}, which were given a role.`,
      { columns: roleColumns(roles) },
    );
  }
};

/**
 * Learns a pipeline step by step, each from the training rows as the step before left them, and gives those rows.
 *
 * They are what a model trains on, and not always what `applyPipeline` makes of the same rows: target encoding gives
 * training rows what was learned from the other folds (see `fitTargetEncoding`), as scikit-learn's `fit_transform`.
 *
 * @param steps - in order
 * @param split - training rows, at least one
 * @throws {InsufficientDataError} when there is no row, or a step needs more
 * @throws {TableError} when rows are not alike, a step names a column that is not there, or cannot take its cells
 */
export const fitPipelineWithRows = (
  steps: readonly PreprocessingStep[],
  split: TrainingSplit,
): FittedWithRows => {
  const { part, rows, roles } = split;
  // The type says so; data from outside may not.
  if (part !== 'training') throw new TableError('A pipeline is fitted on a training split and nothing else.');
  if (rows.length === 0)
    throw new InsufficientDataError('A pipeline needs at least one training row; got none.');
  const inputs = inferInputs(split);
  let frame = rowsToFrame(rows, inputs, roles);
  requireRoles(frame, roles);
  const fittedSteps: FittedStep[] = [];
  for (const step of steps) {
    const outcome = fitStep(step, frame);
    fittedSteps.push(outcome.fitted);
    frame = outcome.frame;
  }
  const fitted = {
    kind: 'preprocessing-pipeline',
    schemaVersion: pipelineSchemaVersion,
    roles,
    trainingRows: rows.length,
    inputs,
    steps: fittedSteps,
    outputs: [...frame.columns].map(([name, { kind }]) => ({ name, kind })),
  };
  // Through JSON once, so that a pipeline at hand and the same one loaded differ in nothing, not even in a −0.
  return { fitted: loadPipeline(JSON.stringify(fitted)), rows: frameToRows(frame, roles) };
};

/**
 * Learns a pipeline from training rows and nothing else.
 *
 * @param steps - in order
 * @param split - training rows, at least one
 * @throws {InsufficientDataError} when there is no row, or a step needs more
 * @throws {TableError} when rows are not alike, a step names a column that is not there, or cannot take its cells
 * @example
 * fitPipeline([{ step: 'impute', strategy: 'mean' }], { part: 'training', roles: {}, rows: [{ age: 3 }, { age: null }] }).steps[0].columns // => [{ name: 'age', fill: 3 }]
 */
export const fitPipeline = (steps: readonly PreprocessingStep[], split: TrainingSplit): FittedPipeline =>
  fitPipelineWithRows(steps, split).fitted;
