import type { Sleep } from '../ports/sleep.ts';

/** Waits by the machine's timer. */
export const timerSleep: Sleep = (durationMs) =>
  new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
