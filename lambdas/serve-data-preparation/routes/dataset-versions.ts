import { createRoute, z } from '@hono/zod-openapi';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import { mapWithLimit } from '../../shared/map-with-limit.ts';
import { makeCompareVersions, VersionComparison } from '../../shared/versions/compare-versions.ts';
import { type LoadVersionDeps, makeLoadVersion } from '../../shared/versions/load-version.ts';
import { latestInUse } from '../../shared/versions/next-number.ts';
import { DatasetNotFoundError } from '../../shared/versions/version-errors.ts';
import { access, refusals } from '../auth/access.ts';
import { DatasetList, LoadedVersion, summaryOf, VersionList } from '../datasets/schema.ts';
import { jsonAnswer } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { cursorOf, pageQuery, placeOf } from '../http/paging.ts';
import { problemAnswer } from '../problems/problem-answers.ts';

export interface DatasetVersionDeps {
  readonly datasetVersions: LoadVersionDeps;
}

const datasets = createRoute({
  method: 'get',
  path: '/datasets',
  summary: 'Every dataset and the latest of its versions that is in use',
  ...access('read'),
  request: { query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer('A page of the list.', 'DatasetList', DatasetList), ...refusals },
});

const list = createRoute({
  method: 'get',
  path: '/datasets/versions',
  summary: 'The versions of a dataset, newest first',
  ...access('read'),
  request: { query: z.strictObject({ datasetId: Slug, ...pageQuery }) },
  responses: {
    200: jsonAnswer('A page of the list.', 'VersionList', VersionList),
    404: problemAnswer('There is no such dataset.'),
    ...refusals,
  },
});

const load = createRoute({
  method: 'get',
  path: '/datasets/load-version',
  summary: 'What a version is, with short-lived links to its files',
  ...access('read', { isAudited: true }),
  request: { query: z.strictObject({ datasetId: Slug, version: SemanticVersion }) },
  responses: {
    200: jsonAnswer('The version.', 'LoadedVersion', LoadedVersion),
    404: problemAnswer('There is no such version.'),
    410: problemAnswer('The version was superseded or let go; its files are no more.'),
    ...refusals,
  },
});

const compare = createRoute({
  method: 'get',
  path: '/datasets/compare',
  summary: 'What differs between two versions: schema, rows, distributions',
  ...access('read'),
  request: { query: z.strictObject({ datasetId: Slug, from: SemanticVersion, to: SemanticVersion }) },
  responses: {
    200: jsonAnswer('The differences.', 'VersionComparison', VersionComparison),
    404: problemAnswer('There is no such version.'),
    410: problemAnswer('A version was superseded or let go; its files are no more.'),
    ...refusals,
  },
});

/** Lists of versions, each of a megabyte where there are a thousand. */
const readsAtOnce = 8;

/** Dataset versions: list, load, compare. */
export const makeDatasetVersionRoutes = ({ datasetVersions }: DatasetVersionDeps): Area => {
  const area = makeArea();
  const { rows } = datasetVersions;
  const loadVersion = makeLoadVersion(datasetVersions);
  area.openapi(datasets, async (context) => {
    const { limit, cursor } = context.req.valid('query');
    const after = cursor === undefined ? undefined : placeOf(cursor);
    const { datasetIds, next } = await rows.datasets({ limit, after });
    const found = await mapWithLimit(datasetIds, readsAtOnce, async (datasetId) => {
      const versions = await rows.list(datasetId);
      const latest = latestInUse(versions);
      // Its first version is just being made.
      return latest === undefined
        ? []
        : [{ datasetId, versions: versions.length, latest: summaryOf(latest) }];
    });
    return context.json({ datasets: found.flat(), ...(next !== undefined && { next: cursorOf(next) }) }, 200);
  });
  area.openapi(list, async (context) => {
    const { datasetId, limit, cursor } = context.req.valid('query');
    const before = cursor === undefined ? undefined : sequenceOf(cursor);
    const page = await rows.page(datasetId, { limit, before });
    if (page.rows.length === 0 && before === undefined) throw new DatasetNotFoundError(datasetId);
    const { next } = page;
    return context.json(
      { versions: page.rows.map(summaryOf), ...(next !== undefined && { next: cursorOf(String(next)) }) },
      200,
    );
  });
  const compareVersions = makeCompareVersions(datasetVersions);
  area.openapi(compare, async (context) => {
    const { datasetId, from, to } = context.req.valid('query');
    return context.json(await compareVersions(datasetId, from, to), 200);
  });
  area.openapi(load, async (context) => {
    const { datasetId, version } = context.req.valid('query');
    const { manifest, links } = await loadVersion(datasetId, version);
    return context.json({ manifest, links: [...links] }, 200);
  });
  return area;
};

/** @throws {InvalidRequestError} when the cursor is of another list */
const sequenceOf = (cursor: string): number => {
  const place = placeOf(cursor);
  if (/^[1-9]\d{0,7}$/.test(place)) return Number(place);
  throw new InvalidRequestError([
    {
      field: 'cursor',
      allowed: 'what an answer of this list gave as next',
      arrived: 'the cursor of another',
    },
  ]);
};
