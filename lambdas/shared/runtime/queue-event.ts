import type { FunctionTelemetry } from './lean-telemetry.ts';
import type { LambdaContext } from './make-handler.ts';

/** What SQS sends through an event source mapping. */
export interface QueueEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

/** Tells messages of a queue from a direct invocation. */
export const isQueueEvent = (event: unknown): event is QueueEvent => {
  if (typeof event !== 'object' || event === null || !('Records' in event)) return false;
  const [first]: readonly unknown[] = Array.isArray(event.Records) ? event.Records : [];
  return (
    typeof first === 'object' && first !== null && 'eventSource' in first && first.eventSource === 'aws:sqs'
  );
};

export interface QueueHandlerOptions<Entry> {
  /** The entries of one message's JSON. @throws when it is none of ours */
  readonly parse: (message: unknown) => readonly Entry[];
  /** @returns for each entry whether it is done with, in their order */
  readonly run: (entries: readonly Entry[]) => Promise<readonly boolean[]>;
  readonly telemetry: FunctionTelemetry;
}

/**
 * Works on the messages of one event as one batch and names those that SQS is to deliver again: where any entry is
 * not done with, and where the message cannot be understood, so that it ends among the dead letters for a person to
 * see.
 */
export const makeQueueHandler =
  <Entry>({ parse, run, telemetry }: QueueHandlerOptions<Entry>) =>
  (event: QueueEvent, context: LambdaContext) =>
    telemetry.during(context.awsRequestId, async () => {
      telemetry.count('Requests', event.Records.length);
      const messages = event.Records.map(({ messageId, body }) => {
        try {
          return { messageId, entries: parse(JSON.parse(body)) };
        } catch (error) {
          telemetry.count('RefusedRequests');
          telemetry.error('a message could not be understood', error);
          return { messageId, entries: undefined };
        }
      });
      const done = await run(messages.flatMap(({ entries = [] }) => entries));
      let at = 0;
      const failures = messages.filter(({ entries }) => {
        if (entries === undefined) return true;
        const ofMessage = done.slice(at, at + entries.length);
        at += entries.length;
        return !ofMessage.every(Boolean);
      });
      return { batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
