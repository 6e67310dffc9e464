import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseDetectRequest, parseHttpRequest } from '../../../lambdas/detect-health-anomalies/schema.ts';
import { setUpSync, syncEvent, wearMetric, wearMetrics } from '../support/sync-set-up.ts';

const refusalOf = (metric: unknown) => {
  const request = parseHttpRequest(syncEvent([wearMetric(0), metric, wearMetric(5)]));
  expect(request.entries.map(({ index }) => index)).toEqual([0, 2]);
  return request.rejected;
};
const withMetrics = (metrics: unknown) => wearMetric(1, { metrics });
const parseText = (body: string) => parseHttpRequest(syncEvent(body));
const thrownBy = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};

describe('one metric that cannot be', () => {
  it.each([
    ['a text for a number', withMetrics({ heartRate: '72' }), 'metrics.heartRate'],
    ['a rate below 0', withMetrics({ heartRate: -1 }), 'metrics.heartRate'],
    ['a rate of 0', withMetrics({ heartRate: 0 }), 'metrics.heartRate'],
    ['a rate of 999', withMetrics({ heartRate: 999 }), 'metrics.heartRate'],
    ['steps below 0', withMetrics({ steps: -1 }), 'metrics.steps'],
    ['a list for a number', withMetrics({ calories: [1] }), 'metrics.calories'],
    ['an unknown measurement', withMetrics({ heartRate: 70, bloodSugar: 5 }), 'metrics.bloodSugar'],
    ['no metrics', wearMetric(1, { metrics: undefined }), 'metrics'],
    ['a list of metrics', wearMetric(1, { metrics: [] }), 'metrics'],
    ['an unknown unit', wearMetric(1, { units: { distance: 'mi' } }), 'units.distance'],
    ['a unit beside it', wearMetric(1, { distanceUnit: 'mi' }), 'distanceUnit'],
    ['no device', wearMetric(1, { deviceId: undefined }), 'deviceId'],
    ['an empty device', wearMetric(1, { deviceId: '' }), 'deviceId'],
    ['half a character', wearMetric(1, { deviceId: 'a\ud800' }), 'deviceId'],
    ['a device of 1,152 bytes as a part of a key', wearMetric(1, { deviceId: '時'.repeat(128) }), 'deviceId'],
    ['half a character for an activity', withMetrics({ activityState: '\ud800' }), 'metrics.activityState'],
    // DynamoDB answers ValidationException for a number between 0 and 1e-130, and takes none of its item.
    ['a rate that no store can hold', withMetrics({ heartRate: 1e-320 }), 'metrics.heartRate'],
    ['steps that no store can hold', withMetrics({ steps: 1e-200 }), 'metrics.steps'],
    ['a timestamp with a fraction', wearMetric(1, { timestamp: 1.5 }), 'timestamp'],
    ['a timestamp as a text', wearMetric(1, { timestamp: '2026-01-05' }), 'timestamp'],
    ['no object', 7, 'The request'],
    ['null', null, 'The request'],
  ])('is refused by name, and nothing else with it: %s', (_, metric, field) => {
    const [refusal, ...others] = refusalOf(metric);
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ index: 1, code: 'invalid-metric' });
    expect(refusal?.message).toContain(`${field} must be`);
    expect(refusal?.message).not.toMatch(/999|72|2026/);
  });

  it.each(['NaN', 'Infinity', '-Infinity'])('as the bare word %s spoils no other metric', (word) => {
    const text = JSON.stringify([wearMetric(0), withMetrics({ heartRate: 'X' })]).replace('"X"', word);
    const request = parseText(text);
    expect(request.entries).toHaveLength(1);
    expect(request.rejected[0]?.message).toContain(`${word} arrived`);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'that carries %s is refused and pollutes nothing',
    (name) => {
      const inside = JSON.stringify(withMetrics({})).replace('{}', `{"${name}":{"polluted":1}}`);
      const beside = JSON.stringify(wearMetric(2)).replace('{', `{"${name}":{"polluted":1},`);
      const request = parseText(`[${inside},${beside},${JSON.stringify(wearMetric(0))}]`);
      expect(request.entries.map(({ index }) => index)).toEqual([2]);
      expect(request.rejected.map(({ message }) => message.includes(name))).toEqual([true, true]);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    },
  );

  it('keeps no measurement away for what the watch itself says of it', () => {
    const odd = wearMetric(1, {
      isAnomalous: 'maybe',
      localAnomalyScore: 'high',
      anomalyReasons: 7,
      aNewField: { of: 'the app' },
      activityState: null,
    });
    expect(parseHttpRequest(syncEvent([odd]))).toMatchObject({ rejected: [], entries: [{ index: 0 }] });
  });

  it.each([1e300, 2 ** 53, -1e20, 5e-324])('leaves aside a verdict that no store can hold: %s', (score) => {
    const odd = wearMetric(1, { localAnomalyScore: score, edgeAnomalyScore: score, modelVersion: '\ud800' });
    const { entries } = parseHttpRequest(syncEvent([odd]));
    expect(entries[0]?.entry).toMatchObject({ watchVerdict: { isAnomalous: false } });
    expect(entries[0]?.entry).not.toHaveProperty('watchVerdict.localAnomalyScore');
    expect(entries[0]?.entry).not.toHaveProperty('watchVerdict.edgeAnomalyScore');
    expect(entries[0]?.entry).not.toHaveProperty('watchVerdict.modelVersion');
  });
});

describe('a body that cannot be', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  it.each([
    ['10,000 deep', deep(10_000), 'body-too-deep'],
    ['deep inside a metric', `[{"metrics":${deep(2_000)}}]`, 'body-too-deep'],
    ['7 MB', `["${'x'.repeat(7 * 1024 * 1024)}"]`, 'body-too-large'],
    ['of 501 metrics', JSON.stringify(wearMetrics(501)), 'too-many-metrics'],
    ['of two million empty objects', `[${'{},'.repeat(2_000_000)}{}]`, 'too-many-metrics'],
    ['no JSON', 'metrics=1', 'invalid-request'],
    ['torn', '[{"userId":', 'invalid-request'],
    ['empty', '', 'invalid-request'],
    ['of no metrics', '[]', 'invalid-request'],
    ['a number', '5', 'invalid-request'],
    ['of no list', '{"metrics":{"heartRate":70}}', 'invalid-request'],
  ])('is refused by name: %s', (_, body, code) => {
    expect(thrownBy(() => parseText(body))).toMatchObject({ code });
  });

  it('is inflated by what it is, whatever it is called', () => {
    const zipped = gzipSync(JSON.stringify(wearMetrics(3))).toString('base64');
    const event = { ...syncEvent(''), body: zipped, isBase64Encoded: true };
    expect(parseHttpRequest(event).entries).toHaveLength(3);
  });

  it('is inflated within bounds, and refused where it is a bomb or torn', () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20));
    expect(bomb.length).toBeLessThan(300_000);
    const asEvent = (bytes: Buffer) => ({
      ...syncEvent(''),
      body: bytes.toString('base64'),
      isBase64Encoded: true,
    });
    const before = process.memoryUsage().rss;
    expect(thrownBy(() => parseHttpRequest(asEvent(bomb)))).toMatchObject({ code: 'body-too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    const torn = gzipSync(JSON.stringify(wearMetrics(3))).subarray(0, 40);
    expect(thrownBy(() => parseHttpRequest(asEvent(torn)))).toMatchObject({ code: 'invalid-request' });
  });
});

describe('another user', () => {
  it.each([
    ['in one metric', [wearMetric(0), wearMetric(5, { userId: 'bob' })]],
    ['beside the metrics', { userId: 'bob', metrics: [wearMetric(0)] }],
    ['as a number', [wearMetric(0, { userId: 7 })]],
    ['in a metric that is wrong anyway', [wearMetric(0), { userId: 'bob' }]],
  ])('is refused, and nothing is written: %s', async (_, body) => {
    const { sync, store } = setUpSync();
    await expect(sync(body)).rejects.toMatchObject({ code: 'other-user' });
    expect(store.all()).toEqual([]);
  });

  it('is refused in the query, too', () => {
    const event = { ...syncEvent([wearMetric(0)]), queryStringParameters: { userId: 'bob' } };
    expect(thrownBy(() => parseHttpRequest(event))).toMatchObject({ code: 'other-user' });
    const own = { ...event, queryStringParameters: { userId: 'ada' } };
    expect(parseHttpRequest(own).entries).toHaveLength(1);
  });

  it('need not be named: whoever is signed in is meant', () => {
    const request = parseHttpRequest(syncEvent([wearMetric(0, { userId: undefined })]));
    expect(request).toMatchObject({ kind: 'sync', userId: 'ada', rejected: [] });
  });

  it('cannot be anybody at all without a token that may call', () => {
    const event = syncEvent([wearMetric(0)]);
    const asToken = (claims: object) => ({
      ...event,
      requestContext: { http: {}, authorizer: { jwt: { claims } } },
    });
    for (const refused of [
      { ...event, requestContext: { http: {} } },
      asToken({ sub: 'ada', token_use: 'id' }),
      asToken({ token_use: 'access' }),
      asToken({ sub: '', token_use: 'access' }),
    ]) {
      expect(thrownBy(() => parseHttpRequest(refused))).toMatchObject({ code: 'unauthenticated' });
    }
    const byKey = { ...event, requestContext: { http: {}, authorizer: { lambda: { userId: 'ada' } } } };
    expect(parseHttpRequest(byKey)).toMatchObject({ kind: 'sync', userId: 'ada' });
  });
});

describe('the forms of a request', () => {
  const row = {
    heartRate: 75,
    steps: 120,
    calories: 45.5,
    distance: 96,
    hour_sin: 0.5,
    hour_cos: 0.866,
    is_weekend: 0,
  };

  it('are the list, the list as metrics, one metric, and the rows of the seed', () => {
    const one = wearMetric(0);
    expect(parseHttpRequest(syncEvent([one]))).toMatchObject({ kind: 'sync', entries: [{ index: 0 }] });
    expect(parseHttpRequest(syncEvent({ metrics: [one] }))).toMatchObject({ kind: 'sync' });
    expect(parseHttpRequest(syncEvent(one))).toMatchObject({ kind: 'sync' });
    expect(parseHttpRequest(syncEvent(one, 'ada', 'POST /device/health-data/ingest'))).toMatchObject({
      kind: 'sync',
      entries: [{ index: 0 }],
    });
    expect(parseHttpRequest(syncEvent({ metrics: [row] }))).toMatchObject({ kind: 'detect', userId: 'ada' });
    expect(parseDetectRequest({ metrics: [row] })).toMatchObject({ kind: 'detect', rejected: [] });
  });

  it('of which none can be read are refused, and not answered with no anomaly', () => {
    expect(thrownBy(() => parseDetectRequest({ metrics: [{ ...row, heartRate: '72' }] }))).toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('heartRate must be'),
    });
    expect(thrownBy(() => parseDetectRequest([wearMetric(0)]))).toMatchObject({ code: 'invalid-request' });
  });

  it('invoked directly name each wrong row and take the others', () => {
    const request = parseDetectRequest({
      metrics: [row, { ...row, heartRate: 300 }, { ...row, userId: 'ada' }],
    });
    expect(request.entries).toHaveLength(1);
    expect(request.rejected.map(({ index }) => index)).toEqual([1, 2]);
    expect(thrownBy(() => parseDetectRequest({}))).toMatchObject({ code: 'invalid-request' });
  });
});
