import { describe, expect, it } from 'vitest';
import { ModelUnavailableError } from '../../../lambdas/shared/model-unavailable-error.ts';
import type { LiveModel } from '../../../lambdas/shared/ports/wearable-models.ts';
import { UnparsableProfileError } from '../../../lambdas/shared/user-errors.ts';
import { defaultModelSettings } from '../../../ml/wearable/model-settings.ts';
import { fakeModel } from '../support/fake-wearable-model.ts';
import { setUpSync, startMs, wearMetric, wearMetrics } from '../support/sync-set-up.ts';

const scoresOf = (answer: { results: readonly { anomalyScore: number }[] }) =>
  answer.results.map(({ anomalyScore }) => anomalyScore);

describe('a sync', () => {
  it('stores and scores what the Wear app sends, as it sends it', async () => {
    const { sync, store } = setUpSync();
    const answer = await sync([
      wearMetric(0, {
        edgeAnomalyScore: null,
        activityState: 'RESTING',
        modelVersion: 'edge-2',
        anomalyReasons: ['none'],
      }),
    ]);
    expect(answer).toEqual({
      success: true,
      message: '1 stored, 0 known already, 0 rejected',
      anomalyDetected: false,
      anomalyScore: 0,
      anomalyReasons: [],
      accepted: 1,
      duplicates: 0,
      rejected: [],
      results: [
        {
          index: 0,
          timestamp: startMs,
          anomalyScore: 0,
          severity: 'normal',
          source: 'rules',
          reasons: ['insufficient-baseline'],
          contributions: {},
        },
      ],
    });
    expect(store.all()).toMatchObject([
      {
        timestampMs: startMs,
        heartRate: 70,
        batteryLevel: 81,
        activityState: 'RESTING',
        receivedAtMs: startMs + 3_600_000,
        watchVerdict: { isAnomalous: false, localAnomalyScore: 0.12, modelVersion: 'edge-2' },
      },
    ]);
  });

  it('asks the model once for all windows, from the sixtieth sample on, across calls', async () => {
    const { sync, batches } = setUpSync();
    const first = await sync(wearMetrics(58));
    expect(first.results.every(({ source }) => source === 'rules')).toBe(true);
    expect(batches).toEqual([]);
    const second = await sync(wearMetrics(100, 58 * 5));
    expect(batches).toEqual([99]);
    expect(second.results.map(({ source }) => source)).toEqual(['rules', ...Array(99).fill('model')]);
    // 60 steps of 7 features: only hour_sin² + hour_cos² = 1 is not 0, so the error is 1/7; below the threshold of 1
    // with quantiles at 0 and 1 the score is 0.3 × 1/7.
    expect(second.results[1]?.anomalyScore).toBeCloseTo(0.3 / 7, 5);
  });

  it('says of an anomaly which signals carry it and what a person understands', async () => {
    const { sync } = setUpSync();
    await sync(wearMetrics(60));
    const fast = wearMetrics(60, 300).map((metric, index) => ({
      ...metric,
      metrics: { ...metric.metrics, heartRate: index % 2 === 0 ? 99 : 101 },
    }));
    const answer = await sync(fast);
    expect(answer.anomalyDetected).toBe(true);
    const last = answer.results.at(-1);
    // 29/5 and 31/5 deviations in turn: squares of 36.04 on average. The error is (36.04 + 1) / 7, Q / e = 14 / 37.04.
    expect(last).toMatchObject({ severity: 'anomaly', source: 'model', timestamp: startMs + 595_000 });
    expect(last?.anomalyScore).toBeCloseTo(1 - 0.3 * (14 / 37.04), 5);
    expect(answer.anomalyScore).toBe(Math.max(...scoresOf(answer)));
    expect(last?.contributions['heartRate']).toBeCloseTo(36.04 / 37.04, 3);
    expect(last?.reasons.join()).toContain('Your heart rate was higher');
    expect(answer.anomalyReasons).toContain(last?.reasons[0]);
  });

  it('of the same batch five times, in turn and at once, stores it once with the same scores', async () => {
    const { sync, store } = setUpSync();
    await sync(wearMetrics(60));
    const batch = [...wearMetrics(50, 300), ...wearMetrics(50, 550, 95)];
    const first = await sync(batch);
    const again = [
      await sync(batch),
      ...(await Promise.all([sync(batch), sync(batch), sync(batch.toReversed())])),
    ];
    expect(first).toMatchObject({ accepted: 100, duplicates: 0 });
    for (const answer of again) {
      expect(answer).toMatchObject({ success: true, accepted: 0, duplicates: 100, rejected: [] });
      expect(scoresOf(answer).toSorted()).toEqual(scoresOf(first).toSorted());
    }
    expect(store.all()).toHaveLength(160);
  });

  it('of the same batch five times at once from the start counts every metric as accepted once', async () => {
    const { sync, store } = setUpSync();
    const batch = wearMetrics(100);
    const answers = await Promise.all(Array.from({ length: 5 }, () => sync(batch)));
    const total = (count: 'accepted' | 'duplicates') =>
      answers.reduce((sum, answer) => sum + answer[count], 0);
    expect([total('accepted'), total('duplicates')]).toEqual([100, 400]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.results))).size).toBe(1);
    expect(store.all()).toHaveLength(100);
  });

  it('keeps 99 metrics and names the hundredth', async () => {
    const { sync, store } = setUpSync();
    const batch: unknown[] = wearMetrics(100);
    batch[42] = wearMetric(210, { metrics: { heartRate: 999 } });
    const answer = await sync(batch);
    expect(answer).toMatchObject({
      success: true,
      accepted: 99,
      rejected: [
        { index: 42, code: 'invalid-metric', message: expect.stringContaining('metrics.heartRate') },
      ],
    });
    expect(answer.rejected[0]?.message).not.toContain('999');
    expect(store.all()).toHaveLength(99);
    expect(answer.results.map(({ index }) => index)).not.toContain(42);
  });

  it('keeps the first write of a moment and names a later one with other values', async () => {
    const { sync, store } = setUpSync();
    await sync([wearMetric(0)]);
    const answer = await sync([wearMetric(0, { metrics: { heartRate: 71 } }), wearMetric(5)]);
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0, rejected: [{ index: 0, code: 'conflict' }] });
    expect(store.all()[0]).toMatchObject({ heartRate: 70 });
    const within = await sync([
      wearMetric(10),
      wearMetric(10),
      wearMetric(10, { metrics: { heartRate: 50 } }),
    ]);
    expect(within).toMatchObject({ accepted: 1, duplicates: 1, rejected: [{ index: 2, code: 'conflict' }] });
    expect(within.results.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('takes what comes weeks late and out of order, and rescores nothing for it', async () => {
    const { sync, store } = setUpSync();
    const inOrder = wearMetrics(120);
    const [first, hole, rest] = [inOrder.slice(0, 60), inOrder.slice(60, 70), inOrder.slice(70)];
    await sync([...first, ...rest].toReversed());
    const before = store.all().map(({ timestampMs, score }) => [timestampMs, score]);
    const late = await sync(hole.toReversed());
    expect(late).toMatchObject({ accepted: 10, rejected: [] });
    expect(late.results.every(({ source }) => source === 'model')).toBe(true);
    const after = new Map(store.all().map(({ timestampMs, score }) => [timestampMs, score]));
    for (const [moment, score] of before) expect(after.get(Number(moment))).toEqual(score);
    const weeks = await sync([wearMetric(-21 * 86_400)]);
    expect(weeks).toMatchObject({ accepted: 1 });
  });

  it('reads what is stored beside all other look-ups, and not after them', async () => {
    const { deps } = setUpSync();
    const asked = new Map(
      ['stored', 'unscored', 'book', 'profile', 'tombstone'].map((name) => [name, false]),
    );
    const all = Promise.withResolvers<void>();
    // None is answered before all were asked.
    const onceAllAre = async (name: string) => {
      asked.set(name, true);
      if ([...asked.values()].every(Boolean)) all.resolve();
      await all.promise;
    };
    const { sync } = setUpSync({
      metrics: {
        ...deps.metrics,
        read: (...args) => onceAllAre('stored').then(() => deps.metrics.read(...args)),
        unscored: (userId) => onceAllAre('unscored').then(() => deps.metrics.unscored(userId)),
      },
      books: { ...deps.books, read: (userId) => onceAllAre('book').then(() => deps.books.read(userId)) },
      profiles: { read: (userId) => onceAllAre('profile').then(() => deps.profiles.read(userId)) },
      tombstones: { among: () => onceAllAre('tombstone').then(() => new Set()) },
    });
    expect(await sync(wearMetrics(2))).toMatchObject({ accepted: 2 });
  });

  it('reads as far back as a model looks that looks further than others', async () => {
    const { errorModel } = fakeModel().threshold;
    const steps = 90;
    const model: LiveModel = {
      ...fakeModel(),
      engine: { ...fakeModel().engine, steps },
      settings: { ...defaultModelSettings, stepsPerWindow: steps },
      threshold: { ...fakeModel().threshold, errorModel: { ...errorModel, steps } },
    };
    const { sync } = setUpSync({ models: { current: async () => model } });
    await sync(wearMetrics(89));
    const { results } = await sync(wearMetrics(1, 89 * 5));
    expect(results).toMatchObject([{ source: 'model' }]);
  });

  it('keeps two devices apart, also of the same moment', async () => {
    const { sync, batches } = setUpSync();
    const other = wearMetrics(60).map((metric) => ({ ...metric, deviceId: 'other' }));
    const answer = await sync([...wearMetrics(60), ...other]);
    expect(answer).toMatchObject({ accepted: 120, duplicates: 0 });
    expect(batches).toEqual([2]);
  });

  it('refuses a clock that is ahead and a moment in seconds, by name', async () => {
    const { sync } = setUpSync();
    const answer = await sync([
      wearMetric(3600 + 299),
      wearMetric(3600 + 301),
      wearMetric(0, { timestamp: 1_767_607_200 }),
    ]);
    expect(answer).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'timestamp-ahead' },
        { index: 2, code: 'timestamp-before-2000' },
      ],
    });
  });

  it('judges by rules across a silence, and where samples come at another pace', async () => {
    const { sync } = setUpSync();
    await sync(wearMetrics(60));
    const afterSilence = await sync(wearMetrics(59, 60 * 5 + 61));
    expect(afterSilence.results.every(({ source }) => source === 'rules')).toBe(true);
    const slow = Array.from({ length: 61 }, (_, index) => wearMetric(-86_400 + index * 60));
    const everyMinute = await sync(slow);
    expect(everyMinute.results.at(-1)?.reasons).toEqual(['insufficient-baseline']);
  });

  it('goes on through a change of the clocks, by the local time of whoever wears the watch', async () => {
    const hours: number[] = [];
    const model = fakeModel();
    const engine = {
      ...model.engine,
      reconstruct: (windows: Float32Array, batch: number) => {
        // Feature 5 of the last step of each window: the cosine of the local hour.
        for (let window = 1; window <= batch; window += 1) hours.push(windows[window * 420 - 2] ?? 0);
        return model.engine.reconstruct(windows, batch);
      },
    };
    const { sync } = setUpSync({
      profiles: { read: async () => ({ timeZone: 'Europe/Berlin', optedOut: false }) },
      models: { current: async () => ({ ...model, engine }) },
    });
    // Berlin's clocks went back from 3 to 2 on 26 October 2025, at 01:00 UTC.
    const back = Date.UTC(2025, 9, 26, 1);
    const around = wearMetrics(121).map((metric, index) => ({
      ...metric,
      timestamp: back + (index - 60) * 5000,
    }));
    const answer = await sync(around);
    expect(answer).toMatchObject({ accepted: 121, rejected: [] });
    expect(answer.results.filter(({ source }) => source === 'model')).toHaveLength(62);
    const cosineAt = (hour: number) => Math.cos((2 * Math.PI * hour) / 24);
    expect(hours[0]).toBeCloseTo(cosineAt(3 - 5 / 3600), 5);
    expect(hours[1]).toBeCloseTo(cosineAt(2), 5);
    expect(hours.at(-1)).toBeCloseTo(cosineAt(2 + 300 / 3600), 5);
  });

  it('always answers a number, whatever is missing', async () => {
    const { sync } = setUpSync();
    const answer = await sync([wearMetric(0, { metrics: {} }), wearMetric(5, { metrics: { steps: 3 } })]);
    expect(answer.results.map(({ anomalyScore, source }) => [anomalyScore, source])).toEqual([
      [0, 'rules'],
      [0, 'rules'],
    ]);
    const high = await sync([wearMetric(10, { metrics: { heartRate: 190, steps: 0 } })]);
    expect(high.anomalyScore).toBeGreaterThanOrEqual(0.7);
    expect(high.anomalyReasons).toContain('insufficient-baseline');
  });
});

describe('opting out', () => {
  it('lets data be stored and judged by rules, and asks no model', async () => {
    const { sync, batches, store } = setUpSync({
      profiles: { read: async () => ({ timeZone: 'UTC', optedOut: true }) },
      models: { current: () => Promise.reject(new ModelUnavailableError('None.')) },
    });
    const answer = await sync(wearMetrics(80));
    expect(answer).toMatchObject({ success: true, accepted: 80 });
    expect(new Set(answer.results.flatMap(({ reasons }) => reasons))).toEqual(new Set(['opted-out']));
    expect(batches).toEqual([]);
    expect(store.all()).toHaveLength(80);
  });

  it('is assumed of a profile that cannot be understood', async () => {
    const { sync, batches } = setUpSync({
      profiles: { read: () => Promise.reject(new UnparsableProfileError('mlOptOut', 'true or false')) },
    });
    const answer = await sync(wearMetrics(61));
    expect(answer.results.at(-1)?.reasons).toEqual(['opted-out']);
    expect(batches).toEqual([]);
  });
});

describe('without a model', () => {
  it('the metrics are stored, the call says 503, and a later call scores what was left', async () => {
    let isBack = false;
    const batches: number[] = [];
    const { sync, store } = setUpSync({
      models: {
        current: async () => {
          if (!isBack) throw new ModelUnavailableError('Its weights.bin is torn.');
          return fakeModel(batches);
        },
      },
    });
    const failed = sync(wearMetrics(100));
    await expect(failed).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('weights.bin is torn'),
      data: { success: false, stored: true, accepted: 100, duplicates: 0, rejected: [] },
    });
    expect(store.all().every(({ score }) => score === undefined)).toBe(true);
    isBack = true;
    const next = await sync(wearMetrics(1, 500));
    expect(next).toMatchObject({ success: true, accepted: 1 });
    expect(store.all().every(({ score }) => score !== undefined)).toBe(true);
    // 41 windows of the hundred, and the new one.
    expect(batches).toEqual([42]);
    expect(await sync(wearMetrics(100))).toMatchObject({ success: true, duplicates: 100 });
  });

  it('an engine that fails costs no metric either', async () => {
    const broken = fakeModel();
    const engine = {
      ...broken.engine,
      reconstruct: () => {
        throw new RangeError('out of memory');
      },
    };
    const { sync, store, counts } = setUpSync({ models: { current: async () => ({ ...broken, engine }) } });
    await expect(sync(wearMetrics(60))).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(store.all()).toHaveLength(60);
    expect(counts.get('ModelUnavailable')).toBe(1);
  });
});
