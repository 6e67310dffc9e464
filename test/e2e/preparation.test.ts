import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationEvents } from '../support/preparation-events.ts';

restoreEnvironment();
let aws: TestAws;
let call: Awaited<ReturnType<typeof preparationEvents>>;
beforeAll(async () => {
  aws = await startTestAws();
  call = await preparationEvents(aws);
});
afterAll(() => aws.close());

const admin = { user: 'ada', groups: ['admins'] };

const churn = {
  name: 'Churn',
  target: 'churned',
  modelType: 'classification',
  features: [
    {
      name: 'tenureMonths',
      type: 'numerical',
      source: { table: 'telco', column: 'tenure' },
      preprocessing: ['imputation', 'scaling'],
      validation: { min: 0 },
    },
    { name: 'contract', type: 'categorical', source: { table: 'telco', column: 'Contract' } },
  ],
};

describe('feature sets', () => {
  it('are created, found and listed by an admin', async () => {
    const created = await call('POST /feature-sets/create', { ...admin, body: churn });
    expect(created).toMatchObject({ status: 201, body: { featureSetId: 'churn', version: '1.0.0' } });
    expect(await call('GET /feature-sets/churn', admin)).toMatchObject({ status: 200, body: created.body });
    const listed = await call('GET /feature-sets?limit=5', admin);
    expect(listed).toMatchObject({
      status: 200,
      body: { featureSets: [{ featureSetId: 'churn', featureCount: 2 }] },
    });
  });

  it('never change: the same again finds it, another content needs another version', async () => {
    expect(await call('POST /feature-sets/create', { ...admin, body: churn })).toMatchObject({ status: 200 });
    const other = { ...churn, description: 'other' };
    expect(await call('POST /feature-sets/create', { ...admin, body: other })).toMatchObject({
      status: 409,
      body: { type: 'urn:wellcast:problem:feature-set-conflict', version: '1.0.0' },
    });
    const next = { ...other, version: '1.10.0' };
    expect(await call('POST /feature-sets/create', { ...admin, body: next })).toMatchObject({ status: 201 });
    // By number, not by letter.
    const before = { ...other, version: '1.9.0' };
    expect(await call('POST /feature-sets/create', { ...admin, body: before })).toMatchObject({
      status: 201,
    });
    expect((await call('GET /feature-sets/churn', admin)).body).toMatchObject({ version: '1.10.0' });
    const first = await call('GET /feature-sets?limit=1', admin);
    const second = await call(`GET /feature-sets?limit=1&cursor=${first.body['next']}`, admin);
    expect([first.body, second.body]).toMatchObject([
      { featureSets: [{ version: '1.0.0' }] },
      { featureSets: [{ version: '1.9.0' }] },
    ]);
  });

  it('need a name with a letter or digit, or an id', async () => {
    const nameless = { ...churn, name: '–' };
    expect(await call('POST /feature-sets/create', { ...admin, body: nameless })).toMatchObject({
      status: 400,
    });
    const named = { ...nameless, featureSetId: 'given' };
    expect(await call('POST /feature-sets/create', { ...admin, body: named })).toMatchObject({ status: 201 });
  });
});

describe('what cannot be taken', () => {
  const prepare = (change: object) => ({
    datasetId: 'refused',
    reason: 'a test',
    source: { kind: 'rows', rows: [{ a: 1 }, { a: 2 }] },
    ...change,
  });
  const users = { kind: 'users', userIds: ['u'], asOf: '2024-11-21T00:00:00Z' };
  const feature = { name: 'x', type: 'numerical', source: { table: 't', column: 'x' } };
  const set = { name: 'Refused', target: 'y', modelType: 'classification' };
  const fit = { mode: 'fit', steps: [{ step: 'magic' }], trainingRows: [{ a: 1 }] };
  const measured = { modelId: 'crisis', version: 1, environment: 'production', split: 'live' };
  const later = '2999-01-01T00:00:00Z';

  it.each([
    ['POST /data/preprocess', { mode: 'x' }, 'mode', 'one of fit, apply'],
    ['POST /data/preprocess', fit, 'steps[0].step', 'one of impute, scale, encode, select, reduce'],
    [
      'POST /datasets/prepare',
      prepare({ source: { kind: 'rows', rows: [{ a: true }] } }),
      'source.rows[0].a',
      'a number or a text or null',
    ],
    [
      'POST /datasets/prepare',
      prepare({ source: { ...users, asOf: '2024-11-21' }, featureSet: { id: 'churn', version: '1.0.0' } }),
      'source.asOf',
      'a moment such as 2026-11-21T10:00:00Z',
    ],
    [
      'POST /datasets/prepare',
      prepare({ source: { ...users, asOf: later }, featureSet: { id: 'churn', version: '1.0.0' } }),
      'source.asOf',
      'a moment that has passed',
    ],
    ['POST /datasets/prepare', prepare({ source: users }), 'featureSet', 'given where the source is users'],
    [
      'POST /feature-sets/create',
      { ...set, features: [{ ...feature, validation: { min: 2, max: 1 } }] },
      'features',
      'features whose min is not above their max, which no row could keep to',
    ],
    [
      'POST /feature-sets/create',
      { ...set, features: [{ ...feature, default: 'none' }] },
      'features',
      'features whose default is a number where they are numerical',
    ],
    [
      'POST /models/performance',
      { ...measured, metrics: { auc: { value: -1 } } },
      'metrics',
      'from 0 to 1 in auc, prAuc, brier, recall, sensitivity, specificity, precision, accuracy, f1, falsePositiveRate',
    ],
    [
      'POST /models/performance',
      { ...measured, metrics: { 'AUC!': { value: 0.8 } } },
      'metrics.AUC!',
      'a name of up to 40 letters and digits, such as auc',
    ],
    [
      'POST /models/performance',
      { ...measured, metrics: { ['x'.repeat(5000)]: { value: 0.8 } } },
      `metrics.${'x'.repeat(64)}`,
      'a name of up to 40 letters and digits, such as auc',
    ],
    [
      'POST /models/performance',
      { ...measured, outcomes: { labels: [2], scores: [0.5] } },
      'outcomes.labels[0]',
      '0 or 1',
    ],
    ['GET /feature-sets?limit=0x10', undefined, 'limit', 'a whole number from 1 to 100'],
    ['GET /feature-sets?cursor=!', undefined, 'cursor', 'what an answer gave as next'],
    [
      'GET /models/compare?modelId=crisis&versions=3,3',
      undefined,
      'versions',
      '2 to 10 different numbers of versions with commas',
    ],
    [
      'GET /features/extract?userId=u&startDate=2024-02-30&endDate=2024-03-01',
      undefined,
      'startDate',
      'a date such as 2026-11-21',
    ],
  ])('is told once and in words: %s %j', async (route, body, field, allowed) => {
    const answer = await call(route, { ...admin, ...(body !== undefined && { body }) });
    expect(answer).toMatchObject({ status: 400, body: { problems: [{ field, allowed }] } });
    expect(answer.body['problems']).toHaveLength(1);
  });

  it('as a path that is no UTF-8 is no failure of ours', async () => {
    for (const id of ['%', '%E0%A4%A', '%ff']) {
      const { status } = await call(`GET /feature-sets/${id}`, admin);
      expect([400, 404], id).toContain(status);
    }
  });

  it('because something is not there is told before a job is begun', async () => {
    const upload = { kind: 'upload', key: 'uploads/00000000-0000-4000-8000-000000000000.csv' };
    const absent = { source: users, featureSet: { id: 'none', version: '1.0.0' } };
    for (const [change, code] of [
      [{ source: upload }, 'upload-not-found'],
      [absent, 'feature-set-not-found'],
    ] as const) {
      expect(await call('POST /datasets/prepare', { ...admin, body: prepare(change) })).toMatchObject({
        status: 404,
        body: { type: `urn:wellcast:problem:${code}` },
      });
    }
  });
});
