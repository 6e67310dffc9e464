import type { ScheduleSpec } from './catalog-shapes.ts';

/**
 * What a schedule sends to its function: its request in the envelope that EventBridge Scheduler's own events have.
 * By it the function knows that nobody reads its answer, so that a failure has to be thrown.
 */
export const scheduledEvent = ({ input }: ScheduleSpec) => ({
  source: 'aws.scheduler',
  'detail-type': 'Scheduled Event',
  detail: input,
});
