import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReadHistory } from '../../../lambdas/serve-health-history/read-history.ts';
import { makeReadStatus } from '../../../lambdas/serve-health-history/read-status.ts';
import {
  type HistoryRequest,
  parseHistoryEvent,
  refuseDirect,
} from '../../../lambdas/serve-health-history/schema.ts';
import { makeTakeFeedback } from '../../../lambdas/serve-health-history/take-feedback.ts';
import { makeDynamoDbHealthHistory } from '../../../lambdas/shared/adapters/dynamodb-health-history.ts';
import { makeDynamoDbHealthMetrics } from '../../../lambdas/shared/adapters/dynamodb-health-metrics.ts';
import { makeSdkItemCalls } from '../../../lambdas/shared/aws/sdk-item-calls.ts';
import type { HttpEvent } from '../../../lambdas/shared/runtime/api-gateway-event.ts';
import { startDynamoDb } from '../support/start-dynamodb.ts';
import { setUpSync, startMs, syncEvent, wearMetric, wearMetrics } from '../support/sync-set-up.ts';

let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const table = () => ({
  items: makeSdkItemCalls(db.client),
  tableName: 'HealthMetrics',
  unscoredIndex: 'UnscoredIndex',
});
const setUp = () => {
  const synced = setUpSync({ metrics: makeDynamoDbHealthMetrics(table()) });
  const history = makeDynamoDbHealthHistory(table());
  const { books } = synced;
  return {
    ...synced,
    readHistory: makeReadHistory({ history }),
    readStatus: makeReadStatus({ history, books }),
    takeFeedback: makeTakeFeedback({ books, clock: synced.clock.clock, telemetry: synced.telemetry }),
  };
};
const get = (path: string, query: Readonly<Record<string, string>> = {}, user = 'ada'): HttpEvent => ({
  ...syncEvent('', user, `GET ${path}`),
  queryStringParameters: query,
});
const historyOf = (query: Readonly<Record<string, string>>, user = 'ada') => {
  const request = parseHistoryEvent(get('/health-data/history', query, user));
  if (request.kind !== 'history') throw new Error('This is another route.');
  return request;
};
const thrownBy = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};

describe('the history', () => {
  it('gives back what was sent with its scores, newest first, page by page, across devices', async () => {
    const { sync, readHistory } = setUp();
    const other = wearMetrics(70, 100).map((metric) => ({ ...metric, deviceId: 'b#2', userId: 'hana' }));
    const sent = [...wearMetrics(70).map((metric) => ({ ...metric, userId: 'hana' })), ...other];
    await sync(sent, 'hana');
    const seen: { timestamp: number; deviceId: string }[] = [];
    let request: HistoryRequest = historyOf({ limit: '33' }, 'hana');
    for (;;) {
      const page = await readHistory(request);
      seen.push(...page.history);
      if (page.next === undefined) break;
      request = { ...request, cursor: page.next };
    }
    expect(seen).toHaveLength(140);
    expect(new Set(seen.map(({ timestamp, deviceId }) => `${timestamp} ${deviceId}`)).size).toBe(140);
    expect(seen.map(({ timestamp }) => timestamp)).toEqual(
      seen.map(({ timestamp }) => timestamp).toSorted((a, b) => b - a),
    );
    const one = await readHistory(
      historyOf(
        { deviceId: 'galaxy-watch', from: String(startMs + 5000), to: String(startMs + 10_000) },
        'hana',
      ),
    );
    expect(one).toEqual({
      history: [10_000, 5_000].map((offset) => ({
        deviceId: 'galaxy-watch',
        timestamp: startMs + offset,
        metrics: { heartRate: 70, steps: 0, calories: 0, distance: 0 },
        anomalyScore: 0,
        severity: 'normal',
        source: 'rules',
        reasons: ['insufficient-baseline'],
        contributions: {},
      })),
    });
    expect(await readHistory(historyOf({}, 'somebody'))).toEqual({ history: [] });
  });

  it('refuses what it does not know by name', () => {
    for (const query of [
      { limit: '0' },
      { limit: '1001' },
      { from: 'today' },
      { foo: '1' },
      { to: '9'.repeat(15) },
    ]) {
      expect(thrownBy(() => historyOf(query))).toMatchObject({ code: 'invalid-request' });
    }
    const { readHistory } = setUp();
    return expect(readHistory(historyOf({ cursor: 'x' }))).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('of another user is refused alike, whether that user exists or not, on every route', () => {
    for (const userId of ['hana', 'nobody-at-all']) {
      for (const path of ['/health-data/history', '/health-data/status', '/device/health-data/history']) {
        expect(thrownBy(() => parseHistoryEvent(get(path, { userId })))).toMatchObject({
          code: 'other-user',
        });
      }
      const feedback = syncEvent(
        { userId, timestamp: 1, verdict: 'confirmed' },
        'ada',
        'POST /health-data/feedback',
      );
      expect(thrownBy(() => parseHistoryEvent(feedback))).toMatchObject({ code: 'other-user' });
    }
    expect(parseHistoryEvent(get('/health-data/status', { userId: 'ada' }))).toEqual({
      kind: 'status',
      userId: 'ada',
    });
    expect(thrownBy(() => parseHistoryEvent(get('/health-data/else')))).toMatchObject({
      code: 'route-not-found',
    });
    expect(thrownBy(refuseDirect)).toMatchObject({ code: 'invalid-request' });
  });
});

describe('status and feedback', () => {
  const racing = (seconds: number, userId: string) =>
    wearMetric(seconds, { userId, metrics: { heartRate: 150, steps: 0 } });

  it('say what was found, and move nobody else and nothing beyond the bounds', async () => {
    const { sync, readStatus, takeFeedback, counts } = setUp();
    await sync([racing(0, 'iris')], 'iris');
    await sync([racing(0, 'jack')], 'jack');
    const feedback = {
      kind: 'feedback',
      userId: 'iris',
      timestampMs: startMs,
      verdict: 'false-alarm',
    } as const;
    const answer = await takeFeedback(feedback);
    expect(answer).toMatchObject({ success: true, changed: true, thresholdFactor: 1.1 });
    expect(
      await takeFeedback({ ...feedback, timestampMs: undefined, alertId: answer.alertId }),
    ).toMatchObject({
      changed: false,
      thresholdFactor: 1.1,
    });
    expect(counts.get('FalseAlarms')).toBe(1);
    expect(await readStatus({ kind: 'status', userId: 'iris' })).toEqual({
      devices: [{ deviceId: 'galaxy-watch', lastTimestamp: startMs }],
      awaitingScores: false,
      thresholdFactor: 1.1,
      episodes: [
        {
          alertId: answer.alertId,
          start: startMs,
          end: startMs,
          peakScore: expect.any(Number),
          alert: 'sent',
          verdict: 'false-alarm',
        },
      ],
    });
    expect(await readStatus({ kind: 'status', userId: 'jack' })).toMatchObject({ thresholdFactor: 1 });
    const elsewhere = takeFeedback({ ...feedback, userId: 'jack', timestampMs: startMs + 1 });
    await expect(elsewhere).rejects.toMatchObject({ code: 'episode-not-found' });
    const foreign = takeFeedback({
      ...feedback,
      userId: 'jack',
      timestampMs: undefined,
      alertId: answer.alertId,
    });
    await expect(foreign).rejects.toMatchObject({ code: 'episode-not-found' });
  });

  it('moves the scores of its own person only', async () => {
    const { sync, takeFeedback } = setUp();
    // (84 − 70) / 5 = 2.8 deviations: an error of (7.84 + 1) / 7 = 1.26, which a raised threshold brings nearer.
    const mild = (userId: string) => wearMetrics(61, 0, 84).map((metric) => ({ ...metric, userId }));
    await sync([racing(-7200, 'kai')], 'kai');
    await takeFeedback({
      kind: 'feedback',
      userId: 'kai',
      timestampMs: startMs - 7_200_000,
      verdict: 'false-alarm',
    });
    const raised = await sync(mild('kai'), 'kai');
    const plain = await sync(mild('lea'), 'lea');
    expect(raised.results.at(-1)?.anomalyScore).toBeLessThan(plain.results.at(-1)?.anomalyScore ?? 0);
  });

  it('is asked for with a moment or an alert, and one of two words', () => {
    const parse = (body: unknown) =>
      thrownBy(() => parseHistoryEvent(syncEvent(body, 'ada', 'POST /health-data/feedback')));
    expect(parse({ timestamp: startMs, verdict: 'false-alarm' })).toMatchObject({ kind: 'feedback' });
    for (const wrong of [
      { verdict: 'confirmed' },
      { timestamp: 1, alertId: 'e', verdict: 'confirmed' },
      { timestamp: 1, verdict: 'maybe' },
      { timestamp: -1, verdict: 'confirmed' },
      [],
    ]) {
      expect(parse(wrong)).toMatchObject({ code: 'invalid-request' });
    }
  });
});
