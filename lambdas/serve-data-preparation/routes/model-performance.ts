import { createRoute, z } from '@hono/zod-openapi';
import { Slug } from '../../../ml/datasets/feature-set.ts';
import { DataSplit, MetricName } from '../../../ml/evaluation/performance-record.ts';
import { Environment } from '../../../ml/evaluation/stage-book.ts';
import { access, bodyRefusals, refusals } from '../auth/access.ts';
import { jsonAnswer, jsonBody } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { cursorOf, pageQuery, placeOf } from '../http/paging.ts';
import { compareVersions } from '../models/compare-versions.ts';
import { type PerformanceDeps, recordPerformance } from '../models/record-performance.ts';
import {
  ModelComparison,
  PerformanceHistory,
  RecordedPerformance,
  RecordPerformance,
  ScoreDrift,
  VersionText,
} from '../models/schema.ts';
import { scoreDrift } from '../models/score-drift.ts';
import { problemAnswer } from '../problems/problem-answers.ts';

const record = createRoute({
  method: 'post',
  path: '/models/performance',
  summary: 'Record what a model version was worth on one split of data in one environment',
  ...access('change'),
  request: jsonBody('RecordPerformance', RecordPerformance),
  responses: {
    200: jsonAnswer('The same record was there already.', 'RecordedPerformance', RecordedPerformance),
    201: jsonAnswer('Recorded.', 'RecordedPerformance', RecordedPerformance),
    404: problemAnswer('The version is not registered.'),
    ...bodyRefusals,
  },
});

const history = createRoute({
  method: 'get',
  path: '/models/performance',
  summary: "A model's records, newest first",
  ...access('read'),
  request: {
    query: z.strictObject({
      modelId: Slug,
      metric: MetricName.optional(),
      environment: Environment.optional(),
      split: DataSplit.optional(),
      version: VersionText.optional(),
      ...pageQuery,
    }),
  },
  responses: { 200: jsonAnswer('A page of records.', 'PerformanceHistory', PerformanceHistory), ...refusals },
});

const severalVersions = '2 to 10 different numbers of versions with commas';

const compare = createRoute({
  method: 'get',
  path: '/models/compare',
  summary: 'Versions side by side, and whether they differ from the first by more than chance',
  ...access('read'),
  request: {
    query: z.strictObject({
      modelId: Slug,
      versions: z
        .string()
        .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){1,9}$/, { error: severalVersions })
        .refine((versions) => new Set(versions.split(',')).size === versions.split(',').length, {
          error: severalVersions,
        })
        .openapi({ example: '3,4' }),
      environment: Environment.optional(),
      split: DataSplit.default('test'),
    }),
  },
  responses: {
    200: jsonAnswer('The comparison.', 'ModelComparison', ModelComparison),
    409: problemAnswer('Nothing was recorded of one of the versions there.'),
    ...refusals,
  },
});

const drift = createRoute({
  method: 'get',
  path: '/models/drift',
  summary: "How far a version's scores have moved from those of its training split",
  description: 'Of the newest records with outcomes; without any on either side 409.',
  ...access('read'),
  request: {
    query: z.strictObject({
      modelId: Slug,
      version: VersionText,
      environment: Environment.default('production'),
    }),
  },
  responses: {
    200: jsonAnswer('The drift.', 'ScoreDrift', ScoreDrift),
    409: problemAnswer('No outcomes were recorded on one of the sides.'),
    ...refusals,
  },
});

/** What models were worth: record, history, comparison, drift. */
export const makeModelPerformanceRoutes = (deps: PerformanceDeps): Area => {
  const area = makeArea();
  area.openapi(record, async (context) => {
    const { isNew, ...answer } = await recordPerformance(deps, context.req.valid('json'));
    return context.json(answer, isNew ? 201 : 200);
  });
  area.openapi(history, async (context) => {
    const { cursor, version, ...query } = context.req.valid('query');
    const page = await deps.performance.history({
      ...query,
      version: version === undefined ? undefined : Number(version),
      after: cursor === undefined ? undefined : placeOf(cursor),
    });
    const { items, next } = page;
    return context.json({ records: [...items], ...(next !== undefined && { next: cursorOf(next) }) }, 200);
  });
  area.openapi(compare, async (context) => {
    const { versions, ...query } = context.req.valid('query');
    const numbers = versions.split(',').map(Number);
    return context.json(await compareVersions(deps.performance, { ...query, versions: numbers }), 200);
  });
  area.openapi(drift, async (context) => {
    const { version, ...query } = context.req.valid('query');
    return context.json(await scoreDrift(deps.performance, { ...query, version: Number(version) }), 200);
  });
  return area;
};
