import type { Sleep } from '../../../lambdas/shared/ports/sleep.ts';

/** Takes no time and remembers what was asked for. */
export const fakeSleep = () => {
  const waitsMs: number[] = [];
  const sleep: Sleep = async (durationMs) => {
    waitsMs.push(durationMs);
  };
  return { sleep, waitsMs };
};
