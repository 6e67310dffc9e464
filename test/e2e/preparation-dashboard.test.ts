import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DashboardSummary } from '../../lambdas/serve-data-preparation/dashboard/schema.ts';
import { makeDynamoDbAlertBooks } from '../../lambdas/shared/adapters/dynamodb-alert-books.ts';
import { makeDynamoDbHealthMetrics } from '../../lambdas/shared/adapters/dynamodb-health-metrics.ts';
import { emptyBook } from '../../lambdas/shared/alert-book/empty-book.ts';
import { makeSdkItemCalls } from '../../lambdas/shared/aws/sdk-item-calls.ts';
import { restoreEnvironment } from '../lambdas/support/restore-environment.ts';
import { startTestAws, type TestAws } from '../support/local-aws.ts';
import { preparationEvents } from '../support/preparation-events.ts';

const msPerDay = 86_400_000;
const admin = { user: 'ada', groups: ['admins'] };
const today = Math.floor(Date.now() / msPerDay);

restoreEnvironment();
let aws: TestAws;
let client: DynamoDBClient;
let call: Awaited<ReturnType<typeof preparationEvents>>;
beforeAll(async () => {
  aws = await startTestAws();
  client = new DynamoDBClient(aws.client);
  call = await preparationEvents(aws);
});
afterAll(async () => {
  client.destroy();
  await aws.close();
});

const summary = async (): Promise<DashboardSummary> =>
  DashboardSummary.parse((await call('GET /dashboard/summary', admin)).body);

/** Rows of people; every third of the plan `c`, but for few of them of another. */
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    tenure: index,
    plan: index % 3 === 0 ? 'c' : 'm',
    ...(index % 2 === 0 && { spent: index * 1.5 }),
    left: index % 2 === 0 ? 'yes' : 'no',
  }));

const prepare = (datasetId: string, rows: readonly object[]) =>
  call('POST /datasets/prepare', {
    ...admin,
    body: { datasetId, reason: 'a test', source: { kind: 'rows', rows }, targetColumn: 'left' },
  });

describe('the dashboard', () => {
  it('is empty, and valid, where nothing has happened', async () => {
    const { datasets, models, anomalies, trainingJobs } = await summary();
    expect([datasets, models, trainingJobs]).toEqual([[], [], []]);
    expect(anomalies.scores.map(({ count }) => count)).toEqual(Array(20).fill(0));
    expect(anomalies.alertsByDay).toHaveLength(30);
  });

  it("shows a dataset's classes, what is missing, and how it differs from the version before", async () => {
    expect(await prepare('plans', rowsOf(60))).toMatchObject({ status: 201 });
    expect(await prepare('plans', rowsOf(120))).toMatchObject({ status: 201 });
    const [{ versions, latest } = { versions: [], latest: null }] = (await summary()).datasets;
    expect(versions).toMatchObject([
      { version: '1.1.0', rows: 120, people: 120 },
      { version: '1.0.0', rows: 60 },
    ]);
    expect(latest).toMatchObject({ version: '1.1.0', parent: '1.0.0' });
    const columns = new Map(latest?.distributions.map((one) => [one.column, one]));
    expect(columns.get('spent')).toMatchObject({
      type: 'number',
      missingShare: 0.5,
      parentMissingShare: 0.5,
    });
    expect(columns.get('plan')).toMatchObject({
      type: 'text',
      values: [
        { value: 'm', share: 80 / 120, parentShare: 40 / 60 },
        { value: 'c', share: 40 / 120, parentShare: 20 / 60 },
      ],
    });
    // Deciles of 0 … 119, without the extremes, which are single people's.
    const tenure = columns.get('tenure');
    expect(tenure?.type === 'number' && tenure.deciles).toHaveLength(9);
    const classes = latest?.classBalance ?? [];
    expect(classes.map(({ value }) => value)).toEqual(['no', 'yes']);
    expect(classes.reduce((sum, { train }) => sum + (train ?? 0), 0)).toBeGreaterThan(80);
  });

  it('tells nothing of a dataset of ten people', async () => {
    expect(await prepare('few', rowsOf(10))).toMatchObject({ status: 201 });
    const few = (await summary()).datasets.find(({ datasetId }) => datasetId === 'few');
    expect(few).toMatchObject({ versions: [{ rows: null, people: null }], latest: null });
  });

  it('shows scores and alerts of eleven people, and of ten none', async () => {
    const items = makeSdkItemCalls(client);
    const metrics = makeDynamoDbHealthMetrics({
      items,
      tableName: 'HealthMetrics',
      unscoredIndex: 'UnscoredIndex',
    });
    const books = makeDynamoDbAlertBooks({ items, tableName: 'MindMate-AnomalyAlerts' });
    const join = async (person: number) => {
      const userId = `person-${person}`;
      const score = { anomalyScore: 0.32, source: 'model' as const, reasons: [], contributions: {} };
      await metrics.put({ userId, deviceId: 'watch' }, [
        { timestampMs: (today - 1) * msPerDay, heartRate: 60, receivedAtMs: 0, writer: 'test', score },
      ]);
      await books.replace(userId, { book: { ...emptyBook, alertDays: [today - 1] }, revision: 0 });
    };
    const figures = async () => {
      const { scores, alertsByDay } = (await summary()).anomalies;
      return [scores.find(({ from }) => from === 0.3)?.count, alertsByDay.at(-2)?.alerts];
    };
    for (let person = 0; person < 10; person += 1) await join(person);
    expect(await figures()).toEqual([null, null]);
    await join(10);
    expect(await figures()).toEqual([11, 11]);
  });

  it('names nobody: the audit trail is shown by role', async () => {
    const text = JSON.stringify(await summary());
    expect(text).not.toContain('ada');
    expect(text).not.toContain('person-');
    expect(text).toContain('datasets.prepare');
  });
});
