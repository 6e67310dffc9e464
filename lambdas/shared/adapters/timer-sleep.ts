import { setTimeout as wait } from 'node:timers/promises';
import type { Sleep } from '../ports/sleep.ts';

/** Waits by the machine's timer. */
export const timerSleep: Sleep = (durationMs) => wait(durationMs);
