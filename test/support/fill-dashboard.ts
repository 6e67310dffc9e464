import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { makeDynamoDbAlertBooks } from '../../lambdas/shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbHealthMetrics } from '../../lambdas/shared/adapters/dynamodb-health-metrics.ts';
import { makeDynamoDbTrainingJobRows } from '../../lambdas/shared/adapters/dynamodb-training-job-rows.ts';
import { emptyBook } from '../../lambdas/shared/alert-book/empty-book.ts';
import { makeSdkItemCalls } from '../../lambdas/shared/aws/sdk-item-calls.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import type { TestAws } from './local-aws.ts';
import { preparationClient } from './preparation-client.ts';
import { registerModel } from './register-model.ts';

const msPerDay = 86_400_000;
const admin = { user: 'ada', groups: ['admins'] };
const plans = ['basic', 'extra', 'family'];

const customers = (people: number, youngest: number) => {
  const random = seededRandom(people);
  return Array.from({ length: people }, (_, index) => ({
    customer: `c-${index}`,
    age: index % 7 === 0 ? null : youngest + Math.round(random.next() * 40),
    monthly_charge: Math.round(2000 + random.next() * 8000) / 100,
    calls: index % 20 === 0 ? null : Math.floor(random.next() * 12),
    plan: plans[Math.floor(random.next() * plans.length)] ?? 'basic',
    left: index % 4 === 0 ? 'Yes' : 'No',
  }));
};

/** Two versions of one dataset, the second with more and older people. */
const addDatasets = async (aws: TestAws): Promise<void> => {
  const call = preparationClient(aws);
  const prepare = async (datasetId: string, rows: readonly object[]) => {
    const { status } = await call('POST /datasets/prepare', {
      ...admin,
      body: {
        datasetId,
        source: { kind: 'rows', rows },
        personColumn: 'customer',
        targetColumn: 'left',
        steps: [
          { step: 'impute', strategy: 'median' },
          { step: 'encode', method: 'one-hot' },
        ],
        reason: 'for the dashboard',
      },
    });
    if (status !== 201) throw new Error(`${datasetId} was answered with ${status}.`);
  };
  await prepare('churn', customers(150, 20));
  await prepare('churn', customers(400, 35));
  await prepare('few', customers(8, 20));
};

/** Figures of three versions over a month: test data before a promotion, live data after it. */
const addModels = async (aws: TestAws, now: number): Promise<void> => {
  const call = preparationClient(aws);
  for (const version of [1, 2, 3]) await registerModel(aws, { modelName: 'crisis', version });
  const random = seededRandom(7);
  for (let day = 30; day >= 0; day -= 3) {
    const version = 3 - Math.floor(day / 11);
    for (const [environment, split] of [
      ['development', 'test'],
      ['production', 'live'],
    ] as const) {
      const auc = 0.78 + 0.02 * version + 0.03 * random.next() - (environment === 'production' ? 0.03 : 0);
      const recall = 0.72 + 0.02 * version + 0.04 * random.next();
      const { status } = await call('POST /models/performance', {
        ...admin,
        body: {
          modelId: 'crisis',
          version,
          environment,
          split,
          measuredAt: new Date(now - day * msPerDay).toISOString(),
          metrics: { auc: { value: auc, low: auc - 0.04, high: auc + 0.04 }, recall: { value: recall } },
        },
      });
      if (status !== 201) throw new Error(`The figures were answered with ${status}.`);
    }
  }
};

/** Fourteen people with scores, mostly low; twelve told of an anomaly the day before yesterday, three yesterday. */
const addAnomalies = async (client: DynamoDBClient, now: number): Promise<void> => {
  const items = makeSdkItemCalls(client);
  const health = makeDynamoDbHealthMetrics({
    items,
    tableName: 'HealthMetrics',
    unscoredIndex: 'UnscoredIndex',
  });
  const books = makeDynamoDbAlertBooks({ items, tableName: 'MindMate-AnomalyAlerts' });
  const random = seededRandom(3);
  const today = Math.floor(now / msPerDay);
  for (let person = 0; person < 14; person += 1) {
    const userId = `person-${person}`;
    const samples = Array.from({ length: 60 }, (_, index) => ({
      timestampMs: (today - 1) * msPerDay + index * 5000,
      heartRate: 70,
      receivedAtMs: now,
      writer: 'test',
      score: {
        anomalyScore: index === 0 && person < 4 ? 0.86 : 0.45 * random.next() ** 2,
        source: 'model' as const,
        reasons: [],
        contributions: {},
      },
    }));
    await health.put({ userId, deviceId: 'watch' }, samples);
    const alertDays = [...(person < 12 ? [today - 2] : []), ...(person < 3 ? [today - 1] : [])];
    await books.replace(userId, { book: { ...emptyBook, alertDays }, revision: 0 });
  }
};

const addJobs = async (client: DynamoDBClient, now: number): Promise<void> => {
  const jobs = makeDynamoDbTrainingJobRows({ client, tableName: 'MindMate-TrainingJobs' });
  for (const [jobName, minutesAgo, status] of [
    ['crisis-1', 300, 'Completed'],
    ['crisis-2', 20, 'InProgress'],
  ] as const) {
    const startedAt = new Date(now - minutesAgo * 60_000).toISOString();
    const paths = { trainPath: 's3://train', validationPath: 's3://validation', rowsSha256: 'a'.repeat(64) };
    await jobs.recordStart({ jobName, jobArn: `arn:${jobName}`, startedAt, ...paths });
    if (status === 'Completed') {
      await jobs.recordState({
        jobName,
        status,
        endedAt: new Date(Date.parse(startedAt) + 754_000).toISOString(),
      });
    }
  }
};

/** Gives a local AWS something of everything that the dashboard shows, through the API and the stores' own writers. */
export const fillDashboard = async (aws: TestAws): Promise<void> => {
  const client = new DynamoDBClient(aws.client);
  const now = Date.now();
  await addDatasets(aws);
  await addModels(aws, now);
  await addAnomalies(client, now);
  await addJobs(client, now);
  client.destroy();
};
