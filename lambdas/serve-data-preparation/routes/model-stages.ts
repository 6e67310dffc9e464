import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../../ml/datasets/feature-set.ts';
import { stageOf } from '../../../ml/evaluation/stage-book.ts';
import { access, bodyRefusals, refusals } from '../auth/access.ts';
import { jsonAnswer, jsonBody } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { promoteVersion, rollBackModel, type StageDeps } from '../models/change-stage.ts';
import { ModelVersionNotFoundError } from '../models/model-errors.ts';
import {
  ModelList,
  ModelVersionList,
  Promote,
  RollBack,
  StagedVersion,
  VersionText,
} from '../models/schema.ts';
import { problemAnswer } from '../problems/problem-answers.ts';

const list = createRoute({
  method: 'get',
  path: '/models',
  summary: 'The models that are registered',
  ...access('read'),
  request: { query: z.strictObject({}) },
  responses: { 200: jsonAnswer('The models.', 'ModelList', ModelList), ...refusals },
});

const versions = createRoute({
  method: 'get',
  path: '/models/{id}/versions',
  summary: "A model's versions, where each is, and how they came there",
  ...access('read'),
  request: { params: z.strictObject({ id: Slug }), query: z.strictObject({}) },
  responses: {
    200: jsonAnswer('The versions.', 'ModelVersionList', ModelVersionList),
    404: problemAnswer('There is no such model.'),
    ...refusals,
  },
});

const promote = createRoute({
  method: 'post',
  path: '/models/{id}/versions/{version}/promote',
  summary: 'Promote a version: development to staging, staging to production',
  description:
    'The version in production is the one served, where wellcast serves the model: serving in the answer says how. The version that was in production goes back to staging. With "to" the same again changes nothing; without, each call is a step.',
  ...access('change'),
  request: {
    params: z.strictObject({ id: Slug, version: VersionText }),
    ...jsonBody('Promote', Promote),
  },
  responses: {
    200: jsonAnswer('Where the version is now.', 'StagedVersion', StagedVersion),
    404: problemAnswer('The version is not registered.'),
    409: problemAnswer('The gate rejected the version, or the step is none.'),
    ...bodyRefusals,
  },
});

const rollBack = createRoute({
  method: 'post',
  path: '/models/{id}/rollback',
  summary: 'Put back into production the version that was there before',
  ...access('change'),
  request: { params: z.strictObject({ id: Slug }), ...jsonBody('RollBack', RollBack) },
  responses: {
    200: jsonAnswer('The version that is in production now.', 'StagedVersion', StagedVersion),
    404: problemAnswer('There is no such model.'),
    409: problemAnswer('Nothing was in production before.'),
    ...bodyRefusals,
  },
});

/** Models and the way of their versions into production. */
export const makeModelStageRoutes = (deps: StageDeps): Area => {
  const area = makeArea();
  area.openapi(list, async (context) => {
    const ids = await deps.versions.modelIds();
    const models = await Promise.all(
      ids.map(async (modelId) => {
        const [book, all] = await Promise.all([deps.stages.read(modelId), deps.versions.list(modelId)]);
        return { modelId, production: book.production, versions: all.length };
      }),
    );
    return context.json({ models }, 200);
  });
  area.openapi(versions, async (context) => {
    const { id: modelId } = context.req.valid('param');
    const [book, all] = await Promise.all([deps.stages.read(modelId), deps.versions.list(modelId)]);
    if (all.length === 0) throw new ModelVersionNotFoundError();
    const staged = all.map(({ version, status, reasons, createdAt }) => {
      return { version, status, reasons: [...reasons], createdAt, stage: stageOf(book, version) };
    });
    return context.json({ modelId, versions: staged, history: [...book.history] }, 200);
  });
  area.openapi(promote, async (context) => {
    const { id: modelId, version } = context.req.valid('param');
    const promotion = { ...context.req.valid('json'), modelId, version: Number(version) };
    return context.json(await promoteVersion(deps, promotion), 200);
  });
  area.openapi(rollBack, async (context) => {
    const { id: modelId } = context.req.valid('param');
    return context.json(await rollBackModel(deps, { ...context.req.valid('json'), modelId }), 200);
  });
  return area;
};
