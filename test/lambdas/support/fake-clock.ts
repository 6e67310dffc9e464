import type { Clock } from '../../../lambdas/shared/ports/clock.ts';

/** A clock that stands still until it is moved. */
export const fakeClock = (iso = '2025-06-20T12:00:00Z') => {
  let at = Date.parse(iso);
  const clock: Clock = { now: () => at };
  return {
    clock,
    advance: (durationMs: number) => {
      at += durationMs;
    },
  };
};
