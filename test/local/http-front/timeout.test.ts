import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeHttpFront } from '../../../local/http-front/http-front.ts';
import { makeLambdaFunctions } from '../../../local/lambda/lambda-functions.ts';
import { makeResourceNames } from '../../../local/resource-names.ts';
import { type Served, serve } from '../../support/serve.ts';
import { testCatalog } from '../../support/test-catalog.ts';

let dataDir: string;
let functions: Awaited<ReturnType<typeof makeLambdaFunctions>>;
let front: Served;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'wellcast-front-'));
  const catalog = testCatalog({}, { entry: 'test/local/handlers/silent.ts' });
  const names = makeResourceNames(catalog, () => '');
  functions = await makeLambdaFunctions({
    catalog,
    dataDir,
    names,
    emit: () => {},
    endpoint: () => '',
    environmentsPerFunction: 1,
    retryDelaysMs: [],
  });
  const route = { method: 'GET', path: '/', target: 'extractMoodFeatures', authorizer: 'none' } as const;
  front = await serve(
    await makeHttpFront({ ...catalog, dataDir, routes: [route], functions, names, timeoutMs: 50 }),
  );
});

afterAll(async () => {
  await front.close();
  await functions.close();
  await rm(dataDir, { recursive: true });
});

test('a function that takes longer than the API waits is answered for with 503', async () => {
  const answer = await fetch(front.endpoint);

  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ message: 'Service Unavailable' });
});
