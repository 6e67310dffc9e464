import type { Catalog, ScheduleSpec } from '../../lib/catalog-shapes.ts';
import { scheduledEvent } from '../../lib/scheduled-event.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import { localAccountId, type ResourceNames } from '../resource-names.ts';

/**
 * A schedule's event with the account and Scheduler's context words filled in.
 *
 * @param scheduledAt - epoch milliseconds
 * @returns JSON text
 */
export const scheduleInput = (schedule: ScheduleSpec, scheduledAt: number): string => {
  const time = `${new Date(scheduledAt).toISOString().slice(0, 19)}Z`;
  return JSON.stringify(scheduledEvent(schedule))
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('{account}', localAccountId);
};

/**
 * Does what EventBridge Scheduler would do at the given time. Here no schedule fires by itself: nobody leaves a
 * laptop on until the first of the month.
 *
 * @returns the request id of the target's invocation
 * @throws {Error} when the catalogue has no such schedule
 */
export const makeFireSchedule =
  (catalog: Catalog, functions: LambdaFunctions, names: ResourceNames) =>
  async (name: string, scheduledAt: number): Promise<string> => {
    const schedule = catalog.schedules.find((candidate) => candidate.name === name);
    const runner = schedule && functions.find(names.functionName(schedule.target));
    if (schedule === undefined || runner === undefined) {
      const known = catalog.schedules.map((candidate) => candidate.name).join(', ') || 'none';
      throw new Error(`There is no schedule '${name}'; there are: ${known}.`);
    }
    return functions.invokeAsync(runner, scheduleInput(schedule, scheduledAt));
  };
