/** What a schedule of the catalogue sends (lib/scheduled-event.ts): a request that nobody awaits an answer to. */
interface ScheduledEvent {
  readonly detail: unknown;
}

/** Tells an event of EventBridge Scheduler from a direct invocation. */
export const isScheduledEvent = (event: unknown): event is ScheduledEvent =>
  typeof event === 'object' &&
  event !== null &&
  'source' in event &&
  event.source === 'aws.scheduler' &&
  'detail' in event;
