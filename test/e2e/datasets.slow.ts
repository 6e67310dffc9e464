import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { type PreparationCall, preparationClient } from '../support/preparation-client.ts';

let aws: TestAws;
let call: ReturnType<typeof preparationClient>;
beforeAll(async () => {
  aws = await startTestAws();
  call = preparationClient(aws);
});
afterAll(() => aws.close());

const admin = { user: 'ada', groups: ['admins'] } satisfies PreparationCall;
const scientist = { user: 'sam', groups: ['scientists'] } satisfies PreparationCall;
const post = (route: string, body: unknown) => call(`POST ${route}`, { ...admin, body });

const rowsOf = (people: number) =>
  Array.from({ length: people }, (_, index) => ({
    customer: `c-${index}`,
    age: index % 7 === 0 ? null : 20 + index,
    plan: index % 3 === 0 ? 'basic' : 'extra',
    left: index % 4 === 0 ? 'Yes' : 'No',
  }));
const request = (datasetId: string, people: number, change: object = {}) => ({
  datasetId,
  source: { kind: 'rows', rows: rowsOf(people) },
  personColumn: 'customer',
  targetColumn: 'left',
  steps: [
    { step: 'impute', strategy: 'median' },
    { step: 'encode', method: 'one-hot' },
    { step: 'scale', method: 'standard' },
  ],
  reason: 'a test',
  ...change,
});

describe('datasets over HTTP', () => {
  it('are prepared, numbered, listed, loaded by links, and compared', async () => {
    const first = await post('/datasets/prepare', request('churn', 40));
    expect(first).toMatchObject({ status: 201, body: { isNew: true, manifest: { version: '1.0.0' } } });
    expect(Object(first.body['manifest']).createdBy).toMatch(/^[0-9a-f]{32}$/);
    const again = await post('/datasets/prepare', request('churn', 40));
    expect(again).toMatchObject({ status: 200, body: { ...first.body, isNew: false } });
    const more = await post('/datasets/prepare', request('churn', 60));
    expect(more).toMatchObject({ status: 201, body: { manifest: { version: '1.1.0', parent: '1.0.0' } } });

    const list = await call('GET /datasets/versions?datasetId=churn&limit=1', scientist);
    expect(list).toMatchObject({ status: 200, body: { versions: [{ version: '1.1.0', because: 'rows' }] } });
    const rest = await call(`GET /datasets/versions?datasetId=churn&cursor=${list.body['next']}`, scientist);
    expect(rest.body).toMatchObject({ versions: [{ version: '1.0.0' }] });
    const datasets = await call('GET /datasets', scientist);
    expect(datasets.body).toMatchObject({ datasets: [{ datasetId: 'churn', versions: 2 }] });

    const loaded = await call('GET /datasets/load-version?datasetId=churn&version=1.1.0', scientist);
    expect(loaded).toMatchObject({
      status: 200,
      body: { manifest: { statistics: { rows: 60, testRows: 12 } } },
    });
    const links = new Map<string, string>(
      Array.from(Object(loaded.body['links']), ({ name, url }: { name: string; url: string }) => [name, url]),
    );
    const train = await fetch(links.get('train.csv') ?? '');
    expect(train.headers.get('content-disposition')).toBe('attachment; filename="churn-1.1.0-train.csv"');
    const [header, ...lines] = (await train.text()).trim().split('\n');
    expect(header).toBe('sample_id,age,plan=basic,plan=extra,left');
    expect(lines).toHaveLength(48);
    expect(new URL(links.get('train.csv') ?? '').searchParams.get('X-Amz-Expires')).toBe('900');

    const compared = await call('GET /datasets/compare?datasetId=churn&from=1.0.0&to=1.1.0', scientist);
    expect(compared).toMatchObject({
      status: 200,
      body: { rows: { added: 20, removed: 0, kept: 40 }, parametersChanged: false },
    });
  });

  it('too large to wait for are made by a job, from an upload', async () => {
    const link = await call('POST /datasets/uploads', admin);
    expect(link.status).toBe(201);
    const csv = [
      'customer,age,left',
      ...rowsOf(2500).map((row) => `${row.customer},${row.age ?? ''},${row.left}`),
    ];
    const sent = await fetch(`${link.body['url']}`, {
      method: 'PUT',
      headers: { 'content-type': 'text/csv' },
      body: csv.join('\n'),
    });
    expect(sent.status).toBe(200);
    const source = { kind: 'upload', key: link.body['key'] };
    const steps = [{ step: 'impute', strategy: 'mean' }];
    const asked = await post('/datasets/prepare', request('large', 0, { source, steps }));
    expect(asked).toMatchObject({ status: 202, body: { state: 'queued', datasetId: 'large' } });
    await aws.settled();
    const done = await call(`GET /datasets/jobs/${asked.body['jobId']}`, admin);
    expect(done.body).toMatchObject({
      state: 'succeeded',
      result: { datasetId: 'large', version: '1.0.0', isNew: true },
    });
  });

  it('that cannot be made say why', async () => {
    const refused = await post('/datasets/prepare', request('refused', 40, { targetColumn: 'nothing' }));
    expect(refused).toMatchObject({ status: 400, body: { type: 'urn:wellcast:problem:invalid-row' } });
    const absent = { featureSet: { id: 'none', version: '1.0.0' } };
    expect(await post('/datasets/prepare', request('refused', 40, absent))).toMatchObject({ status: 404 });
    expect(await call('GET /datasets/versions?datasetId=refused', admin)).toMatchObject({ status: 404 });
    const gone = 'GET /datasets/load-version?datasetId=churn&version=9.0.0';
    expect(await call(gone, admin)).toMatchObject({ status: 404 });
    const asScientist = await call('POST /datasets/prepare', { ...scientist, body: request('refused', 40) });
    expect(asScientist.status).toBe(403);
  });
});

describe('preprocessing over HTTP', () => {
  it('fits a pipeline to training rows, and applies what it saved', async () => {
    const steps = [{ step: 'scale', method: 'min-max' }];
    const trainingRows = [{ x: 0 }, { x: 10 }];
    const fitted = await post('/data/preprocess', {
      mode: 'fit',
      steps,
      trainingRows,
      heldOutRows: [{ x: 5 }],
    });
    expect(fitted).toMatchObject({
      status: 200,
      body: { trainingRows: [{ x: 0 }, { x: 1 }], heldOutRows: [{ x: 0.5 }] },
    });
    const applied = await post('/data/preprocess', {
      mode: 'apply',
      pipeline: fitted.body['pipeline'],
      rows: [{ x: 20 }],
    });
    expect(applied.body).toEqual({ mode: 'apply', rows: [{ x: 2 }] });
    const pipeline = { ...Object(fitted.body['pipeline']), steps: [{}] };
    expect(await post('/data/preprocess', { mode: 'apply', pipeline, rows: [{ x: 1 }] })).toMatchObject({
      status: 400,
    });
    const later = { ...Object(fitted.body['pipeline']), schemaVersion: 99 };
    expect(
      await post('/data/preprocess', { mode: 'apply', pipeline: later, rows: [{ x: 1 }] }),
    ).toMatchObject({
      status: 400,
      body: { type: 'urn:wellcast:problem:unsupported-version' },
    });
  });
});
