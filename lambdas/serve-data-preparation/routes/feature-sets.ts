import { createRoute, z } from '@hono/zod-openapi';
import { FeatureSet, SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { FeatureSetNotFoundError } from '../../shared/feature-set-errors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { FeatureSets } from '../../shared/ports/feature-sets.ts';
import { access, bodyRefusals, refusals } from '../auth/access.ts';
import { createFeatureSet } from '../feature-sets/create-feature-set.ts';
import { CreateFeatureSet, FeatureSetList } from '../feature-sets/schema.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { named } from '../http/named.ts';
import { cursorOf, pageQuery, placeOf } from '../http/paging.ts';
import { problemAnswer } from '../problems/problem-answers.ts';

export interface FeatureSetDeps {
  readonly featureSets: FeatureSets;
  readonly clock: Clock;
}

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: named('FeatureSet', FeatureSet) } },
});

const create = createRoute({
  method: 'post',
  path: '/feature-sets/create',
  summary: 'Create a feature set, or a new version of one',
  ...access('change'),
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: named('CreateFeatureSet', CreateFeatureSet) } },
    },
  },
  responses: {
    200: answer('This version was there already, alike in everything.'),
    201: answer('Created.'),
    409: problemAnswer('This version exists with another content.'),
    ...bodyRefusals,
  },
});

const list = createRoute({
  method: 'get',
  path: '/feature-sets',
  summary: 'List feature sets by id and version',
  ...access('read'),
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: {
      description: 'A page of the list.',
      content: { 'application/json': { schema: named('FeatureSetList', FeatureSetList) } },
    },
    ...refusals,
  },
});

const find = createRoute({
  method: 'get',
  path: '/feature-sets/{id}',
  summary: 'One feature set, its newest version unless one is named',
  ...access('read'),
  request: {
    params: z.strictObject({ id: Slug }),
    query: z.strictObject({ version: SemanticVersion.optional() }),
  },
  responses: {
    200: answer('The feature set.'),
    404: problemAnswer('There is no such feature set or version.'),
    ...refusals,
  },
});

/** Feature sets: create, list, find. */
export const makeFeatureSetRoutes = (deps: FeatureSetDeps): Area => {
  const area = makeArea();
  area.openapi(create, async (context) => {
    const { featureSet, isNew } = await createFeatureSet(deps, context.req.valid('json'));
    return context.json(featureSet, isNew ? 201 : 200);
  });
  area.openapi(list, async (context) => {
    const { limit, cursor } = context.req.valid('query');
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const { items, next } = await deps.featureSets.list({ limit, after });
    return context.json(
      { featureSets: [...items], ...(next !== undefined && { next: cursorOf(next) }) },
      200,
    );
  });
  area.openapi(find, async (context) => {
    const { id } = context.req.valid('param');
    const found = await deps.featureSets.find(id, context.req.valid('query').version);
    if (found === undefined) throw new FeatureSetNotFoundError();
    return context.json(found, 200);
  });
  return area;
};
