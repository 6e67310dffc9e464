import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationClient } from '../support/preparation-client.ts';

let aws: TestAws;
let call: ReturnType<typeof preparationClient>;
beforeAll(async () => {
  aws = await startTestAws();
  call = preparationClient(aws);
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
});
