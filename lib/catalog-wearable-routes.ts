import type { RouteSpec } from './catalog-doors.ts';
import type { FunctionId } from './catalog-ids.ts';
import type { Config } from './config.ts';

/** How many requests a route takes for each one that a sync route takes. */
const shareOfSyncs = { sync: 1, read: 0.5, feedback: 0.1 } as const;

interface HealthRoute {
  readonly method: RouteSpec['method'];
  readonly path: string;
  readonly target: FunctionId;
  readonly use: keyof typeof shareOfSyncs;
}

const healthRoutes: readonly HealthRoute[] = [
  { method: 'POST', path: '/health-data/sync', target: 'detectHealthAnomalies', use: 'sync' },
  { method: 'POST', path: '/health-data/ingest', target: 'detectHealthAnomalies', use: 'sync' },
  { method: 'GET', path: '/health-data/history', target: 'serveHealthHistory', use: 'read' },
  { method: 'GET', path: '/health-data/status', target: 'serveHealthHistory', use: 'read' },
  { method: 'POST', path: '/health-data/feedback', target: 'serveHealthHistory', use: 'feedback' },
];

/**
 * What watches and phones call, twice: with a person's token, and under `/device` with a watch's key, since an HTTP
 * API lets a route have one authoriser only.
 *
 * @param config - says how many syncs a second are let through; twice as many at once
 */
export const wearableRoutes = (config: Config): readonly RouteSpec[] =>
  (['jwt', 'device'] as const).flatMap((authorizer) =>
    healthRoutes.map(({ method, path, target, use }) => {
      const ratePerSecond = Math.max(1, Math.round(config.syncsPerSecond * shareOfSyncs[use]));
      return {
        method,
        path: authorizer === 'device' ? `/device${path}` : path,
        target,
        authorizer,
        throttle: { ratePerSecond, burst: 2 * ratePerSecond },
      };
    }),
  );
