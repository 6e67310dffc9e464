import type { ScheduleSpec } from '../../lib/catalog-shapes.ts';

const minuteMs = 60_000;

/**
 * Fires the schedules that come round every few minutes, as EventBridge Scheduler does, until it is stopped. Those of
 * hours, days and months are fired by hand: nobody leaves a laptop on until the first of the month.
 *
 * @param fire - by the schedule's name; what it throws is the function's own business, as in AWS
 * @returns what stops it
 */
export const fireRates = (
  schedules: readonly ScheduleSpec[],
  fire: (name: string) => Promise<unknown>,
): (() => void) => {
  const timers = schedules.flatMap(({ name, expression }) => {
    const minutes = Number(/^rate\((\d+) minutes?\)$/.exec(expression)?.[1]);
    if (Number.isNaN(minutes)) return [];
    return [setInterval(() => fire(name).catch(() => undefined), minutes * minuteMs)];
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
};
