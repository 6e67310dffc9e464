import { describe, expect, it } from 'vitest';
import { makeDetectAnomalies } from '../../../lambdas/detect-health-anomalies/detect-anomalies.ts';
import { parseDetectRequest } from '../../../lambdas/detect-health-anomalies/schema.ts';
import { ModelUnavailableError } from '../../../lambdas/shared/model-unavailable-error.ts';
import { fakeModel } from '../support/fake-wearable-model.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const { telemetry, counts } = recordingTelemetry();
const profiles = { read: async () => ({ timeZone: 'UTC', optedOut: false }) };
const models = { current: async () => fakeModel() };
const detect = makeDetectAnomalies({ models, profiles, telemetry });
const row = (heartRate: number) => ({
  heartRate,
  steps: 0,
  calories: 0,
  distance: 0,
  hour_sin: 0,
  hour_cos: 1,
  is_weekend: 0,
});

describe('rows without a time', () => {
  it('are answered in the form of the seed, one result a row', async () => {
    const answer = await detect(parseDetectRequest({ metrics: [row(75)] }));
    expect(answer).toEqual({
      anomalyDetected: false,
      anomalyScore: 0,
      message: 'Anomaly detection completed',
      rejected: [],
      results: [
        {
          index: 0,
          anomalyScore: 0,
          severity: 'normal',
          source: 'rules',
          reasons: ['insufficient-baseline'],
          contributions: {},
        },
      ],
    });
  });

  it('are scored by the model from the sixtieth on, and a wrong one is a gap', async () => {
    const rows: unknown[] = Array.from({ length: 130 }, () => row(70));
    rows[65] = row(300);
    const answer = await detect(parseDetectRequest({ metrics: rows }));
    const judged = answer.results.filter(({ source }) => source === 'model').map(({ index }) => index);
    expect(judged).toEqual([59, 60, 61, 62, 63, 64, 125, 126, 127, 128, 129]);
    expect(answer.rejected.map(({ index }) => index)).toEqual([65]);
    expect(counts.get('WindowsScored')).toBe(11);
    expect(counts.get('WindowsAboveThreshold')).toBe(0);
  });

  it('of a racing heart are an anomaly', async () => {
    const answer = await detect(parseDetectRequest({ metrics: Array.from({ length: 60 }, () => row(100)) }));
    expect(answer.anomalyDetected).toBe(true);
    expect(answer.results.at(-1)).toMatchObject({ source: 'model', severity: 'anomaly' });
  });

  it('are not answered without a model', async () => {
    const without = makeDetectAnomalies({
      models: { current: () => Promise.reject(new ModelUnavailableError('None.')) },
      profiles,
      telemetry,
    });
    const request = parseDetectRequest({ metrics: [row(70)] });
    await expect(without(request)).rejects.toMatchObject({ code: 'model-unavailable' });
    const overHttp = without({ ...request, userId: 'ada' });
    await expect(overHttp).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  it('over HTTP are answered as a sync is, and by rules alone to who has opted out', async () => {
    const request = parseDetectRequest({ metrics: Array.from({ length: 60 }, () => row(70)) });
    const answer = await detect({ ...request, userId: 'ada' });
    expect(answer).toMatchObject({ success: true, accepted: 60, duplicates: 0, rejected: [] });
    expect(answer.results.at(-1)?.source).toBe('model');
    const optedOut = makeDetectAnomalies({
      models,
      profiles: { read: async () => ({ timeZone: 'UTC', optedOut: true }) },
      telemetry,
    });
    const byRules = await optedOut({ ...request, userId: 'ada' });
    expect(new Set(byRules.results.flatMap(({ reasons }) => reasons))).toEqual(new Set(['opted-out']));
  });
});
