import { createRoute, z } from '@hono/zod-openapi';
import { JobNotFoundError } from '../../shared/dataset-builds/build-errors.ts';
import { BuildRequest } from '../../shared/dataset-builds/build-request.ts';
import { makeRequestBuild, type RequestBuildDeps } from '../../shared/dataset-builds/request-build.ts';
import type { SignedLinks } from '../../shared/ports/signed-links.ts';
import { access, bodyRefusals, refusals } from '../auth/access.ts';
import { answerOf, JobAnswer, PreparedVersion, UploadLink } from '../datasets/schema.ts';
import { jsonAnswer, jsonBody } from '../http/json-content.ts';
import { type Area, makeArea } from '../http/make-area.ts';
import { problemAnswer } from '../problems/problem-answers.ts';

export interface DatasetBuildDeps {
  readonly datasetBuilds: RequestBuildDeps;
  readonly links: SignedLinks;
}

const preparedAnswer = jsonAnswer('', 'PreparedVersion', PreparedVersion);
const prepared = (description: string) => ({ ...preparedAnswer, description });
const jobAnswer = jsonAnswer('', 'PreparationJob', JobAnswer);
const job = (description: string) => ({ ...jobAnswer, description });

const prepare = createRoute({
  method: 'post',
  path: '/datasets/prepare',
  summary: 'Make a dataset version of rows, a CSV, an upload or users',
  ...access('change'),
  request: jsonBody('PrepareDataset', BuildRequest),
  responses: {
    200: prepared('The same content was a version already.'),
    201: prepared('Made.'),
    202: job('Large, so it is made in the background: poll the job.'),
    404: problemAnswer('There is no such feature set, or nothing was uploaded under the key.'),
    409: problemAnswer('Somebody in the rows was erased meanwhile, or others took the numbers: ask again.'),
    ...bodyRefusals,
  },
});

const poll = createRoute({
  method: 'get',
  path: '/datasets/jobs/{id}',
  summary: 'How far a dataset version in the background is',
  ...access('change'),
  request: {
    params: z.strictObject({ id: z.string().regex(/^[0-9a-f-]{36}$/, { error: 'the id of a job' }) }),
  },
  responses: { 200: job('The job.'), 404: problemAnswer('There is no such job.'), ...refusals },
});

const upload = createRoute({
  method: 'post',
  path: '/datasets/uploads',
  summary: 'A link to upload a CSV to, for a day',
  ...access('change'),
  responses: { 201: jsonAnswer('PUT the file to the link.', 'UploadLink', UploadLink), ...bodyRefusals },
});

/** Long enough to send 64 MiB over a slow line. */
const uploadSeconds = 15 * 60;

/** Making dataset versions. */
export const makeDatasetBuildRoutes = ({ datasetBuilds, links }: DatasetBuildDeps): Area => {
  const area = makeArea();
  const requestBuild = makeRequestBuild(datasetBuilds);
  area.openapi(prepare, async (context) => {
    const createdBy = await datasetBuilds.nameOf(context.get('caller').userId);
    const outcome = await requestBuild(context.req.valid('json'), createdBy);
    if (outcome.kind === 'job') return context.json(answerOf(outcome.job), 202);
    const { isNew, manifest } = outcome.stored;
    context.set('rows', manifest.statistics.rows);
    return context.json({ isNew, manifest }, isNew ? 201 : 200);
  });
  area.openapi(poll, async (context) => {
    const found = await datasetBuilds.jobs.find(context.req.valid('param').id);
    if (found === undefined) throw new JobNotFoundError();
    return context.json(answerOf(found), 200);
  });
  area.openapi(upload, async (context) => {
    const key = `uploads/${datasetBuilds.newId()}.csv`;
    const contentType = 'text/csv';
    const expiresAt = new Date(datasetBuilds.clock.now() + uploadSeconds * 1000).toISOString();
    const url = await links.toWrite(key, { contentType, expiresSeconds: uploadSeconds });
    return context.json({ key, url, contentType, expiresAt } as const, 201);
  });
  return area;
};
