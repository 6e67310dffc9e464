import * as z from 'zod';
import { TableError } from '../table-error.ts';
import { UnsupportedVersionError } from '../unsupported-version-error.ts';
import { applyStep } from './apply-step.ts';
import { ColumnRoles } from './column-roles.ts';
import { FittedStep } from './fitted-step.ts';
import { rowsToFrame } from './rows-to-frame.ts';

/** Rises whenever a saved pipeline would be read or applied differently. */
export const pipelineSchemaVersion = 1;

/** What a pipeline learned from training rows, all that is needed to apply it anywhere. */
export const FittedPipeline = z.strictObject({
  kind: z.literal('preprocessing-pipeline'),
  schemaVersion: z.literal(pipelineSchemaVersion),
  roles: ColumnRoles,
  trainingRows: z.int().min(1),
  /** The feature columns that rows must have, in the order of the first training row. */
  inputs: z.array(z.strictObject({ name: z.string(), kind: z.enum(['number', 'text']) })),
  steps: z.array(FittedStep),
  /** The feature columns that come out, in order. */
  outputs: z.array(z.strictObject({ name: z.string(), kind: z.enum(['number', 'text']) })),
});
export type FittedPipeline = z.infer<typeof FittedPipeline>;

/**
 * A pipeline as JSON text: the same pipeline gives the same bytes, and every number comes back exactly.
 *
 * @param fitted - from `fitPipeline`
 */
export const savePipeline = (fitted: FittedPipeline): string => JSON.stringify(FittedPipeline.parse(fitted));

/** Runs it on no row: a step that takes a column which no step before leaves is found now, and not by the first row. */
const refuseContradiction = ({ inputs, roles, steps, outputs }: FittedPipeline): void => {
  let frame = rowsToFrame([], inputs, roles);
  for (const step of steps) frame = applyStep(step, frame);
  const made = [...frame.columns].map(([name, { kind }]) => `${kind} ${name}`);
  if (JSON.stringify(made) === JSON.stringify(outputs.map(({ name, kind }) => `${kind} ${name}`))) return;
  throw new TableError('A saved pipeline makes other columns than it says: fit it again.', {
    said: outputs.length,
    made: made.length,
  });
};

/**
 * Reads a saved pipeline.
 *
 * @param saved - from `savePipeline`, as text or parsed
 * @throws {UnsupportedVersionError} when it was saved by another version, or is no pipeline
 * @throws {ZodError} when it is of this version and broken
 * @throws {TableError} when its steps do not fit each other
 * @throws {SyntaxError} when the text is no JSON
 */
export const loadPipeline = (saved: unknown): FittedPipeline => {
  const parsed: unknown = typeof saved === 'string' ? JSON.parse(saved) : saved;
  const header = z.looseObject({ kind: z.unknown(), schemaVersion: z.unknown() }).safeParse(parsed).data;
  if (header?.kind !== 'preprocessing-pipeline' || header.schemaVersion !== pipelineSchemaVersion) {
    throw new UnsupportedVersionError(
      `A preprocessing pipeline of schema version ${pipelineSchemaVersion} can be read; ` +
        `${JSON.stringify(header?.kind)} of version ${JSON.stringify(header?.schemaVersion)} arrived. ` +
        'Fit the pipeline again, or use the release that saved it.',
      { expected: pipelineSchemaVersion, found: header?.schemaVersion },
    );
  }
  const fitted = FittedPipeline.parse(parsed);
  refuseContradiction(fitted);
  return fitted;
};
