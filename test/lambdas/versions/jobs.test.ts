import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letGo } from '../../../lambdas/run-preparation-task/let-go.ts';
import { prepareAnew } from '../../../lambdas/run-preparation-task/prepare-anew.ts';
import { makeDynamoDbPreparationJobs } from '../../../lambdas/shared/adapters/dynamodb-preparation-jobs.ts';
import { makeBuildDataset } from '../../../lambdas/shared/dataset-builds/build-dataset.ts';
import { BuildRequest } from '../../../lambdas/shared/dataset-builds/build-request.ts';
import {
  makeRequestBuild,
  type RequestBuildDeps,
} from '../../../lambdas/shared/dataset-builds/request-build.ts';
import { makeRunBuildJob, mostAttempts } from '../../../lambdas/shared/dataset-builds/run-build-job.ts';
import { objectKey } from '../../../lambdas/shared/versions/content-objects.ts';
import { currentManifest } from '../../../lambdas/shared/versions/load-version.ts';
import { makePrepareVersion } from '../../../lambdas/shared/versions/prepare-version.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';
import { startDynamoDb } from '../support/start-dynamodb.ts';
import { memoryLineage, memoryRows } from './memory-versions.ts';
import { type Database, requestOf, someRows, storedWorld } from './version-world.ts';

let database: Database;
beforeAll(async () => {
  database = await startDynamoDb();
});
afterAll(() => database.close());

const dayMs = 86_400_000;

const setUp = () => {
  const world = storedWorld({ rows: memoryRows(), lineage: memoryLineage() });
  const sent: string[] = [];
  const { telemetry } = recordingTelemetry();
  const featureSets = {
    create: async () => true,
    find: async () => undefined,
    list: async () => ({ items: [] }),
  };
  const jobs = makeDynamoDbPreparationJobs({
    client: database.client,
    tableName: 'wellcast-PreparationJobs',
  });
  const requesting: RequestBuildDeps = {
    ...world.deps,
    featureSets,
    build: makeBuildDataset({ ...world.deps, featureSets }),
    jobs,
    queue: { send: async (jobId) => void sent.push(jobId) },
    newId: () => crypto.randomUUID(),
    nameOf: async (userId) => `somebody like ${userId}`,
  };
  return {
    ...world,
    sent,
    jobs,
    request: makeRequestBuild(requesting),
    run: (change: object = {}) =>
      makeRunBuildJob({ ...requesting, objectVersions: world.deps.objectVersions, telemetry, ...change }),
  };
};

const csvRequest = (datasetId: string, rows: number, change: object = {}) =>
  BuildRequest.parse({
    datasetId,
    source: {
      kind: 'csv',
      csv: [
        'id,x,y',
        ...Array.from({ length: rows }, (_, row) => `p${row} of ${datasetId},${row},${row % 2}`),
      ].join('\n'),
    },
    personColumn: 'id',
    targetColumn: 'y',
    reason: 'a test',
    ...change,
  });

describe('a job', () => {
  it('is done once, however often it is delivered, and leaves no request behind', async () => {
    const { request, run, jobs, sent, current, deps } = setUp();
    const asked = await request(csvRequest('job', 2100), 'ada');
    expect(asked).toMatchObject({ kind: 'job', job: { state: 'queued' } });
    const [jobId = ''] = sent;
    expect([...current.keys()]).toEqual([`jobs/${jobId}.json`]);
    expect(await run()(jobId)).toBe(true);
    expect(await run()(jobId)).toBe(true);
    expect(await jobs.find(jobId)).toMatchObject({
      state: 'succeeded',
      attempts: 1,
      result: { version: '1.0.0' },
    });
    expect([...current.keys()].filter((key) => key.startsWith('jobs/'))).toEqual([]);
    expect(await deps.rows.list('job')).toHaveLength(1);
  });

  it('that its caller has to change says why, and is not tried again', async () => {
    const { request, run, jobs, sent } = setUp();
    await request(csvRequest('refused', 2100, { targetColumn: 'z' }), 'ada');
    expect(await run()(sent[0] ?? '')).toBe(true);
    expect(await jobs.find(sent[0] ?? '')).toMatchObject({
      state: 'failed',
      problem: { code: 'invalid-row' },
    });
  });

  it('that fails by us is tried again, and in the end told as such', async () => {
    const { request, run, jobs, sent } = setUp();
    await request(csvRequest('broken', 2100), 'ada');
    const build = async () => {
      throw new Error('the store is on fire');
    };
    for (let attempt = 1; attempt < mostAttempts; attempt += 1)
      expect(await run({ build })(sent[0] ?? '')).toBe(false);
    expect(await jobs.find(sent[0] ?? '')).toMatchObject({ state: 'running' });
    expect(await run({ build })(sent[0] ?? '')).toBe(false);
    expect(await jobs.find(sent[0] ?? '')).toMatchObject({ state: 'failed', problem: { code: 'internal' } });
    expect(await run()(sent[0] ?? '')).toBe(true);
    expect(await run()('nobody-knows')).toBe(true);
  });
});

describe('what the nights take care of', () => {
  it('lets go of old versions that nobody needs, and of what dead builders have left', async () => {
    const { deps, current, advance } = setUp();
    const prepare = makePrepareVersion(deps);
    for (let people = 4; people < 27; people += 1) await prepare(requestOf('old', someRows(people)));
    await deps.rows.recordModel({ datasetId: 'old', version: '1.1.0', modelName: 'm', modelVersion: '1' });
    await deps.objects.create(objectKey('old', 'orphan'), { body: 'x', contentType: 'text/plain' });
    await deps.rows.announce({
      datasetId: 'old',
      contentHash: 'abandoned',
      objects: ['left'],
      announcedAt: new Date(deps.clock.now()).toISOString(),
    });
    await deps.objects.create(objectKey('old', 'left'), { body: 'x', contentType: 'text/plain' });
    expect(await letGo(deps, 'old')).toBe(0);
    expect(current.has(objectKey('old', 'orphan'))).toBe(true);

    advance(400 * dayMs);
    // 23 versions, the newest 20 stay; of the three before them one is used.
    expect(await letGo(deps, 'old')).toBe(2);
    expect(current.has(objectKey('old', 'orphan'))).toBe(false);
    expect(current.has(objectKey('old', 'left'))).toBe(false);
    const states = (await deps.rows.list('old'))
      .slice(0, 4)
      .map(({ version, state }) => `${version} ${state}`);
    expect(states).toEqual(['1.0.0 expired', '1.1.0 current', '1.2.0 expired', '1.3.0 current']);
    await expect(currentManifest(deps, 'old', '1.0.0')).rejects.toMatchObject({ code: 'version-gone' });
    expect((await currentManifest(deps, 'old', '1.1.0')).version).toBe('1.1.0');
    expect(await letGo(deps, 'old')).toBe(0);
  });

  it('prepares again what older code has prepared, and that once', async () => {
    const { deps } = setUp();
    const { row, manifest } = await makePrepareVersion(deps)(requestOf('stale', someRows(8)));
    const text = JSON.stringify({ ...manifest, codeVersion: 999 });
    const { sha256 } = await import('../../../ml/datasets/versions/content-hash.ts');
    await deps.objects.create(objectKey('stale', sha256(text)), {
      body: text,
      contentType: 'application/json',
    });
    const list = deps.rows.list;
    const rows = {
      ...deps.rows,
      datasets: async () => ({ datasetIds: ['stale'] }),
      list: async (datasetId: string) =>
        (await list(datasetId)).map((one) =>
          one.sequence === row.sequence
            ? { ...one, manifestSha256: sha256(text), contentHash: 'older' }
            : one,
        ),
    };
    await deps.lineage.record(
      (await deps.lineage.peopleIn('stale', row.contentHash)).map((entry) => ({
        ...entry,
        contentHash: 'older',
      })),
    );
    expect(await prepareAnew({ ...deps, rows })).toBe(1);
    expect((await deps.rows.list('stale')).map(({ version }) => version)).toEqual(['1.0.0', '1.0.1']);
    expect(await prepareAnew({ ...deps, rows })).toBe(0);
  });
});
