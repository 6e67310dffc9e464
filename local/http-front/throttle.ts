import type { RouteSpec } from '../../lib/catalog-doors.ts';

/** @returns whether a request to the route may pass now */
export type Throttle = (route: RouteSpec) => boolean;

/**
 * Each route's limit as API Gateway keeps it, a token bucket: as many requests at once as the burst, refilled at
 * the rate. A route without a limit is never held up here.
 *
 * @param now - the clock, in milliseconds
 */
export const makeThrottle = (now: () => number): Throttle => {
  const buckets = new Map<RouteSpec, { tokens: number; at: number }>();
  return (route) => {
    if (route.throttle === undefined) return true;
    const { ratePerSecond, burst } = route.throttle;
    const at = now();
    const bucket = buckets.get(route) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * ratePerSecond);
    const passes = tokens >= 1;
    buckets.set(route, { tokens: passes ? tokens - 1 : tokens, at });
    return passes;
  };
};
