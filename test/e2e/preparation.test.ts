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
