import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbHealthRecords } from '../../../../lambdas/shared/adapters/dynamodb-health-records.ts';
import { amount, glucose, heartRate, midnightMs, sleep } from '../../../support/health-records.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

const tableName = 'wellcast-HealthRecords';
let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const store = () => makeDynamoDbHealthRecords({ client: db.client, tableName });
const rowsOf = async (userId: string, from = '', to = '~') => {
  const { Items = [] } = await DynamoDBDocumentClient.from(db.client).send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :person AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':person': `USER#${userId}`, ':from': from, ':to': to },
    }),
  );
  return Items;
};

describe('health records', () => {
  it('are kept by person, type and time, so that a stretch of time is one query', async () => {
    const records = [0, 60, 24 * 60].map((minute) => glucose(minute, 100 + minute));
    await store().put('ada', { recordType: 'BloodGlucoseRecord', records });
    await store().put('ada', { recordType: 'SleepSessionRecord', records: [sleep(0, -2, 6)] });
    await store().put('bob', { recordType: 'BloodGlucoseRecord', records });
    const day = await rowsOf('ada', 'BloodGlucoseRecord#2025-11-15', 'BloodGlucoseRecord#2025-11-16');
    expect(day).toMatchObject([{ mgPerDl: 100 }, { mgPerDl: 160, offsetMinutes: 60, schemaVersion: 1 }]);
    expect(await rowsOf('ada')).toHaveLength(4);
  });

  it('are the same rows when they come again, and the latest state of a record wins in any order', async () => {
    const steps = { ...amount('phone', [0, 24], 4000), modifiedAtMs: 1000 };
    const later = { ...steps, amount: 5000, modifiedAtMs: 2000 };
    for (const record of [steps, later, later, steps]) {
      await store().put('cleo', { recordType: 'StepsRecord', records: [record] });
    }
    expect(await rowsOf('cleo')).toMatchObject([{ amount: 5000, modifiedAtMs: 2000 }]);
  });

  it('with more samples than an item holds are dealt out over rows that say how many there are', async () => {
    const bpm = Array.from({ length: 9001 }, (_, index) => 60 + (index % 7));
    await store().put('dan', { recordType: 'HeartRateRecord', records: [heartRate(0, bpm)] });
    const rows = await rowsOf('dan');
    expect(rows.map(({ chunks, samples }) => [chunks, samples.length])).toEqual([
      [3, 4000],
      [3, 4000],
      [3, 1001],
    ]);
    expect(rows.flatMap(({ samples }) => samples.map((sample: { bpm: number }) => sample.bpm))).toEqual(bpm);
    expect(rows[2]?.['samples'][0].atMs).toBe(midnightMs + 8000 * 60_000);
  });

  it('hold numbers that DynamoDB has no room for as the nearest that it has', async () => {
    const odd = { ...amount('watch', [0, 1], 5e-324), modifiedAtMs: 1e300 };
    await store().put('eve', { recordType: 'ActiveCaloriesBurnedRecord', records: [odd] });
    expect(await rowsOf('eve')).toMatchObject([{ amount: 0, modifiedAtMs: Number.MAX_SAFE_INTEGER }]);
  });
});
