import { parseHttpRequest } from '../../../lambdas/detect-health-anomalies/schema.ts';
import {
  makeSyncHealthData,
  type SyncHealthDataDeps,
} from '../../../lambdas/detect-health-anomalies/sync-health-data.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeModel } from './fake-wearable-model.ts';
import { memoryAlertBooks } from './memory-alert-books.ts';
import { memoryHealthMetrics } from './memory-health-metrics.ts';
import { recordingTelemetry } from './recording-telemetry.ts';

/** When the tests' watches begin: a Monday morning in winter. */
export const startMs = Date.UTC(2026, 0, 5, 10);

/** One metric as the Wear app sends it. */
export const wearMetric = (seconds: number, more: Readonly<Record<string, unknown>> = {}) => ({
  userId: 'ada',
  timestamp: startMs + seconds * 1000,
  deviceId: 'galaxy-watch',
  metrics: { heartRate: 70, steps: 0, calories: 0, distance: 0, batteryLevel: 81 },
  isAnomalous: false,
  localAnomalyScore: 0.12,
  ...more,
});

/** So many of them, one every 5 s. */
export const wearMetrics = (count: number, fromSeconds = 0, heartRate = 70) =>
  Array.from({ length: count }, (_, index) =>
    wearMetric(fromSeconds + index * 5, { metrics: { heartRate, steps: 0, calories: 0, distance: 0 } }),
  );

/** The event that the gateway makes of a signed-in person's POST. */
export const syncEvent = (body: unknown, user = 'ada', routeKey = 'POST /health-data/sync') => ({
  version: '2.0',
  routeKey,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isBase64Encoded: false,
  requestContext: {
    http: { method: 'POST' },
    authorizer: { jwt: { claims: { sub: user, token_use: 'access' }, scopes: null } },
  },
});

/** The use case with everything around it in memory, an hour after the watch began. */
export const setUpSync = (more: Partial<SyncHealthDataDeps> = {}) => {
  const store = memoryHealthMetrics();
  const alertBooks = memoryAlertBooks();
  const clock = fakeClock(new Date(startMs + 3_600_000).toISOString());
  const telemetry = recordingTelemetry();
  const batches: number[] = [];
  const sent: { subject: string; message: string }[] = [];
  let ids = 0;
  const deps: SyncHealthDataDeps = {
    metrics: store.metrics,
    profiles: { read: async () => ({ timeZone: 'UTC', optedOut: false }) },
    tombstones: { among: async () => new Set() },
    models: { current: async () => fakeModel(batches) },
    books: alertBooks.books,
    alerts: {
      send: async (alert) => {
        sent.push(alert);
      },
    },
    clock: clock.clock,
    telemetry: telemetry.telemetry,
    newId: () => `id-${++ids}`,
    ...more,
  };
  const syncWith = makeSyncHealthData(deps);
  const sync = async (body: unknown, user = 'ada') => {
    const request = parseHttpRequest(syncEvent(body, user));
    if (request.kind !== 'sync') throw new Error('These are rows without a time.');
    return syncWith(request);
  };
  return { deps, sync, store, ...alertBooks, clock, ...telemetry, batches, sent };
};
