import { createRoute, z } from '@hono/zod-openapi';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { applyPipeline } from '../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { ColumnRoles } from '../../../ml/preprocessing/pipeline/column-roles.ts';
import { fitPipelineWithRows } from '../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { FittedPipeline, loadPipeline } from '../../../ml/preprocessing/pipeline/fitted-pipeline.ts';
import { PreprocessingSteps } from '../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { Row } from '../../../ml/preprocessing/pipeline/row.ts';
import { trainingSplit } from '../../../ml/preprocessing/pipeline/training-split.ts';
import { access, bodyRefusals } from '../auth/access.ts';
import { jsonAnswer, jsonBody } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';

const rows = z.array(Row).min(1).max(20_000);

export const PreprocessRequest = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('fit'),
    steps: PreprocessingSteps,
    /** Training rows and nothing else: what is learned is learned from them. */
    trainingRows: rows,
    /** Rows to measure on; the pipeline is applied to them and learns nothing from them. */
    heldOutRows: rows.optional(),
    roles: ColumnRoles.default({}),
    /** Of columns whose training cells may all be missing; told by the cells where left out. */
    kinds: z.record(z.string(), z.enum(['number', 'text'])).default({}),
  }),
  z.strictObject({
    mode: z.literal('apply'),
    /** What a fit answered as `pipeline`. */
    pipeline: z.looseObject({ kind: z.string(), schemaVersion: z.number() }),
    rows,
  }),
]);

export const PreprocessAnswer = z.discriminatedUnion('mode', [
  z.strictObject({
    mode: z.literal('fit'),
    pipeline: FittedPipeline,
    trainingRows: z.array(Row),
    heldOutRows: z.array(Row).optional(),
  }),
  z.strictObject({ mode: z.literal('apply'), rows: z.array(Row) }),
]);

const preprocess = createRoute({
  method: 'post',
  path: '/data/preprocess',
  summary: 'Fit a preprocessing pipeline to training rows, or apply one',
  ...access('change'),
  request: jsonBody('Preprocess', PreprocessRequest),
  responses: {
    200: jsonAnswer(
      'The rows as the pipeline makes them; after a fit the pipeline too, to be kept and applied anywhere.',
      'Preprocessed',
      PreprocessAnswer,
    ),
    ...bodyRefusals,
  },
});

/** Preprocessing of rows that come with the request; nothing is kept. */
export const makePreprocessRoutes = (): Area => {
  const area = makeArea();
  area.openapi(preprocess, (context) => {
    const request = context.req.valid('json');
    if (request.mode === 'apply') {
      context.set('rows', request.rows.length);
      const made = applyPipeline(readPipeline(request.pipeline), request.rows);
      return context.json({ mode: 'apply' as const, rows: [...made] }, 200);
    }
    const { steps, trainingRows, heldOutRows, roles, kinds } = request;
    context.set('rows', trainingRows.length + (heldOutRows?.length ?? 0));
    const { fitted, rows: prepared } = fitPipelineWithRows(steps, {
      ...trainingSplit(trainingRows, roles),
      kinds,
    });
    const heldOut = heldOutRows === undefined ? undefined : [...applyPipeline(fitted, heldOutRows)];
    return context.json(
      {
        mode: 'fit' as const,
        pipeline: fitted,
        trainingRows: [...prepared],
        ...(heldOut === undefined ? {} : { heldOutRows: heldOut }),
      },
      200,
    );
  });
  return area;
};

/** @throws {UnsupportedVersionError} {InvalidRequestError} when it is of another version, or not as it was saved */
const readPipeline = (saved: unknown): FittedPipeline => {
  try {
    return loadPipeline(saved);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new InvalidRequestError([
      { field: 'pipeline', allowed: 'as a fit answered it', arrived: 'one that is broken' },
    ]);
  }
};
