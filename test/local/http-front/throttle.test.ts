import { describe, expect, test } from 'vitest';
import type { RouteSpec } from '../../../lib/catalog-doors.ts';
import { makeThrottle } from '../../../local/http-front/throttle.ts';

const route: RouteSpec = {
  method: 'POST',
  path: '/sync',
  target: 'detectHealthAnomalies',
  authorizer: 'jwt',
  throttle: { ratePerSecond: 10, burst: 2 },
};

describe('a throttle', () => {
  test('refills at the rate, and never beyond the burst', () => {
    let nowMs = 0;
    const passes = makeThrottle(() => nowMs);
    const passed = (requests: number) =>
      Array.from({ length: requests }, () => passes(route)).filter(Boolean).length;

    expect(passed(5)).toBe(2);
    nowMs += 100;
    expect(passed(5)).toBe(1);
    nowMs += 60_000;
    expect(passed(5)).toBe(2);
  });

  test('counts each route for itself, and none that has no limit', () => {
    const passes = makeThrottle(() => 0);
    const free: RouteSpec = { method: 'GET', path: '/', target: 'serveHealthHistory', authorizer: 'none' };
    const other = { ...route, path: '/ingest' };

    expect([passes(route), passes(route), passes(route), passes(other)]).toEqual([true, true, false, true]);
    expect(Array.from({ length: 500 }, () => passes(free))).not.toContain(false);
  });
});
