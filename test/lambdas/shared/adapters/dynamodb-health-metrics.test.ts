import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDynamoDbHealthMetrics } from '../../../../lambdas/shared/adapters/dynamodb-health-metrics.ts';
import { makeSdkItemCalls } from '../../../../lambdas/shared/aws/sdk-item-calls.ts';
import type { SampleScore, WatchSample } from '../../../../lambdas/shared/ports/health-metrics.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const metrics = () =>
  makeDynamoDbHealthMetrics({
    items: makeSdkItemCalls(db.client),
    tableName: 'HealthMetrics',
    unscoredIndex: 'UnscoredIndex',
  });
/** The beginning of a slot of five minutes. */
const start = Date.UTC(2026, 0, 5, 10);
const at = (seconds: number) => start + seconds * 1000;
const calm: SampleScore = { anomalyScore: 0.1, source: 'model', reasons: [], contributions: {} };
const sample = (seconds: number, more: Partial<WatchSample> = {}): WatchSample => ({
  timestampMs: at(seconds),
  heartRate: 60 + seconds,
  receivedAtMs: at(seconds + 1),
  writer: 'a',
  score: calm,
  ...more,
});
const moments = (samples: Iterable<WatchSample>) =>
  [...samples].map(({ timestampMs }) => (timestampMs - start) / 1000);

describe('samples in DynamoDB', () => {
  it('come back as they were stored, in order of time', async () => {
    const device = { userId: 'everything', deviceId: 'watch #1/ü' };
    const full = sample(5, {
      steps: 3,
      calories: 0.4,
      distance: 2.1,
      batteryLevel: 88,
      activityState: 'WALKING',
      watchVerdict: { isAnomalous: true, localAnomalyScore: 0.8 },
      score: {
        anomalyScore: 0.9,
        source: 'model',
        reasons: ['Your heart rate was higher.'],
        contributions: { heartRate: 1 },
        modelVersion: '3',
      },
    });
    await metrics().put(device, [full, sample(0), sample(290), sample(300)]);
    const read = await metrics().read(device, { fromMs: at(0), toMs: at(300) });
    expect(moments(read)).toEqual([0, 5, 290, 300]);
    expect(read[1]).toEqual(full);
  });

  it('of a range bring as many before it as are asked for, and none that are too old', async () => {
    const device = { userId: 'before', deviceId: 'w' };
    const every30 = Array.from({ length: 60 }, (_, index) => sample(index * 30));
    await metrics().put(device, every30);
    const read = (count: number, sinceSeconds: number) =>
      metrics().read(device, {
        fromMs: at(1500),
        toMs: at(1560),
        before: { count, sinceMs: at(sinceSeconds) },
      });
    expect(moments(await read(3, 0))).toEqual([1410, 1440, 1470, 1500, 1530, 1560]);
    expect(moments(await read(100, 1440))).toEqual([1440, 1470, 1500, 1530, 1560]);
    expect(moments(await read(0, 1500))).toEqual([1500, 1530, 1560]);
    expect((await read(40, 0)).length).toBe(43);
  });

  it('of another device or person are never seen', async () => {
    await metrics().put({ userId: 'one', deviceId: 'w' }, [sample(0)]);
    await metrics().put({ userId: 'one', deviceId: 'w2' }, [sample(5)]);
    await metrics().put({ userId: 'one', deviceId: 'w#0' }, [sample(10)]);
    const range = { fromMs: at(-900), toMs: at(900) };
    expect(moments(await metrics().read({ userId: 'one', deviceId: 'w' }, range))).toEqual([0]);
    expect(await metrics().read({ userId: 'on', deviceId: 'w' }, range)).toEqual([]);
  });

  it('keep their first write, whoever comes second, and tell the second what is there', async () => {
    const device = { userId: 'first', deviceId: 'w' };
    await metrics().put(device, [sample(0)]);
    const there = await metrics().put(device, [sample(0, { heartRate: 99, writer: 'b' }), sample(5)]);
    expect(there.get(at(0))).toMatchObject({ heartRate: 60, writer: 'a' });
    expect(there.get(at(5))).toMatchObject({ heartRate: 65 });
  });

  it('that are written by many at once have one writer each', async () => {
    const device = { userId: 'race', deviceId: 'w' };
    const seconds = Array.from({ length: 120 }, (_, index) => index * 5);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((writer) =>
        metrics().put(
          device,
          seconds.map((second) => sample(second, { writer })),
        ),
      ),
    );
    for (const second of seconds) {
      expect(new Set(answers.map((answer) => answer.get(at(second))?.writer)).size).toBe(1);
    }
  });

  it('without a score are listed until each of them has one, and no score is replaced', async () => {
    const device = { userId: 'unscored', deviceId: 'w#' };
    const { score: _, ...bare } = sample(0);
    await metrics().put(device, [bare, { ...bare, timestampMs: at(5) }, sample(10)]);
    expect(await metrics().unscored('unscored')).toEqual([
      { deviceId: 'w#', fromMs: at(0), toMs: at(300) - 1 },
    ]);
    await metrics().score(device, new Map([[at(0), calm]]));
    expect(await metrics().unscored('unscored')).toHaveLength(1);
    const other = { ...calm, anomalyScore: 0.5 };
    await metrics().score(
      device,
      new Map([
        [at(0), other],
        [at(5), other],
      ]),
    );
    expect(await metrics().unscored('unscored')).toEqual([]);
    const read = await metrics().read(device, { fromMs: at(0), toMs: at(10) });
    expect(read.map(({ score }) => score?.anomalyScore)).toEqual([0.1, 0.5, 0.1]);
  });

  it('are taken in until their slot is full, which costs no other sample', async () => {
    const device = { userId: 'dense', deviceId: 'w' };
    const reasons = ['x'.repeat(4000)];
    const heavy = Array.from({ length: 110 }, (_, index) => ({
      ...sample(0, { score: { ...calm, reasons } }),
      timestampMs: at(0) + index,
    }));
    const first = await metrics().put(device, heavy.slice(0, 90));
    expect(first.size).toBe(90);
    const second = await metrics().put(device, [...heavy.slice(90), sample(300)]);
    expect(moments(second.values())).toEqual([300]);
  });

  it('have expressions that DynamoDB takes, also a hundred of one slot at once', async () => {
    const device = { userId: 'hasty', deviceId: 'w' };
    const items = makeSdkItemCalls(db.client);
    const lengths: number[] = [];
    const measured = makeDynamoDbHealthMetrics({
      items: {
        ...items,
        updateItem: (input) => {
          lengths.push(input.UpdateExpression?.length ?? 0);
          return items.updateItem(input);
        },
      },
      tableName: 'HealthMetrics',
      unscoredIndex: 'UnscoredIndex',
    });
    const { score: _, ...bare } = sample(0);
    await measured.put(
      device,
      Array.from({ length: 100 }, (__, second) => ({ ...bare, timestampMs: at(second) })),
    );
    await measured.score(device, new Map(Array.from({ length: 100 }, (__, second) => [at(second), calm])));
    expect(await measured.unscored('hasty')).toEqual([]);
    // "The maximum length of any expression string is 4 KB", which the embedded engine does not mind.
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4096);
  });

  it('that fill their slot go without a score, and off the list', async () => {
    const device = { userId: 'full', deviceId: 'w' };
    const { score: _, ...bare } = sample(0, { watchVerdict: { modelVersion: 'x'.repeat(4000) } });
    const samples = Array.from({ length: 96 }, (__, index) => ({ ...bare, timestampMs: at(0) + index }));
    await metrics().put(device, samples);
    const reasons = ['x'.repeat(300)];
    await metrics().score(
      device,
      new Map(samples.map(({ timestampMs }) => [timestampMs, { ...calm, reasons }])),
    );
    expect(await metrics().unscored('full')).toEqual([]);
    expect(await metrics().read(device, { fromMs: at(0), toMs: at(1) })).toHaveLength(96);
  });

  it('of another schema version are refused', async () => {
    const Item = {
      PK: { S: 'USER#old' },
      SK: { S: `SAMPLES#w#${String(start).padStart(15, '0')}` },
      schemaVersion: { N: '2' },
      revision: { N: '1' },
    };
    await db.client.send(new PutItemCommand({ TableName: 'HealthMetrics', Item }));
    const read = metrics().read({ userId: 'old', deviceId: 'w' }, { fromMs: start, toMs: start });
    await expect(read).rejects.toThrow('schemaVersion');
  });
});
