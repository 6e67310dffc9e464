import type { Catalog, ScheduleSpec } from '../../lib/catalog-shapes.ts';
import { scheduledEvent } from '../../lib/scheduled-event.ts';
import type { LambdaFunctions } from '../lambda/lambda-functions.ts';
import { localAccountId, type ResourceNames } from '../resource-names.ts';
import type { Queues } from '../sqs/queues.ts';

/**
 * What a schedule sends, its event or its message, with the account and Scheduler's context words filled in.
 *
 * @param scheduledAt - epoch milliseconds
 * @returns JSON text
 */
export const scheduleInput = (schedule: ScheduleSpec, scheduledAt: number): string => {
  const time = `${new Date(scheduledAt).toISOString().slice(0, 19)}Z`;
  const input = schedule.viaQueue === undefined ? scheduledEvent(schedule) : schedule.input;
  return JSON.stringify(input)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('{account}', localAccountId);
};

interface FiringDeps {
  readonly catalog: Catalog;
  readonly functions: LambdaFunctions;
  readonly queues: Queues;
  readonly names: ResourceNames;
}

/**
 * Does what EventBridge Scheduler would do at the given time. What comes round every few minutes fires by itself
 * (fireRates); the rest does not: nobody leaves a laptop on until the first of the month.
 *
 * @returns the request id of the target's invocation, or the id of the message that was sent
 * @throws {Error} when the catalogue has no such schedule
 */
export const makeFireSchedule =
  ({ catalog, functions, queues, names }: FiringDeps) =>
  async (name: string, scheduledAt: number): Promise<string> => {
    const schedule = catalog.schedules.find((candidate) => candidate.name === name);
    const runner = schedule && functions.find(names.functionName(schedule.target));
    if (schedule === undefined || runner === undefined) {
      const known = catalog.schedules.map((candidate) => candidate.name).join(', ') || 'none';
      throw new Error(`There is no schedule '${name}'; there are: ${known}.`);
    }
    const input = scheduleInput(schedule, scheduledAt);
    if (schedule.viaQueue === undefined) return functions.invokeAsync(runner, input);
    const queue = queues.find(catalog.queues[schedule.viaQueue].name);
    if (queue === undefined) throw new Error(`The schedule '${name}' sends to a queue that is not there.`);
    return (await queue.send(input)).messageId;
  };
