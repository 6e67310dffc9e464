import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmitLocalEvent } from '../local-event.ts';
import type { AsyncQueue, QueuedEvent } from './async-queue.ts';
import type { FunctionRunner, InvocationAnswer } from './function-runner.ts';

/** Runs events that nobody waits for. */
export interface AsyncInvoker {
  /** Promises to run the event; resolves when the promise is on disk. */
  enqueue(runner: FunctionRunner, payload: string): Promise<string>;
  /** Goes on with what an earlier process left. */
  resume(): Promise<void>;
  /** Resolves when every event has been done with. */
  settled(): Promise<void>;
  close(): void;
}

export interface AsyncInvokerSettings {
  readonly queue: AsyncQueue;
  readonly runnerOf: (functionName: string) => FunctionRunner | undefined;
  readonly deadLetterFolder: string;
  /** Milliseconds before each further attempt; their number is the number of retries. AWS: 1 and 2 minutes. */
  readonly retryDelaysMs: readonly number[];
  readonly emit: EmitLocalEvent;
}

/** What Lambda sends to a failure destination. */
const deadLetterRecord = (event: QueuedEvent, answer: InvocationAnswer) => ({
  version: '1.0',
  timestamp: new Date().toISOString(),
  requestContext: {
    requestId: event.requestId,
    functionName: event.functionName,
    condition: 'RetriesExhausted',
    approximateInvokeCount: event.attempts,
  },
  requestPayload: JSON.parse(event.payload),
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: JSON.parse(answer.payload),
});

/** Asynchronous invocation as Lambda does it: at least once, two retries on a function error, then a dead letter. */
export const makeAsyncInvoker = (settings: AsyncInvokerSettings): AsyncInvoker => {
  const { queue, emit, retryDelaysMs } = settings;
  const closing = new AbortController();
  const running = new Set<Promise<void>>();

  const giveUp = async (event: QueuedEvent, answer: InvocationAnswer): Promise<void> => {
    await mkdir(settings.deadLetterFolder, { recursive: true });
    const file = path.join(settings.deadLetterFolder, `${event.functionName}-${event.requestId}.json`);
    await writeFile(file, `${JSON.stringify(deadLetterRecord(event, answer), null, 2)}\n`);
    emit({ kind: 'dead-letter', functionName: event.functionName, file });
  };

  const attempt = async (runner: FunctionRunner, first: QueuedEvent): Promise<void> => {
    let event = first;
    for (;;) {
      const answer = await runner.invoke(event.payload, event.requestId);
      if (closing.signal.aborted) return;
      event = { ...event, attempts: event.attempts + 1 };
      if (answer.failed) {
        const delayMs = retryDelaysMs[event.attempts - 1];
        if (delayMs !== undefined) {
          await queue.save(event);
          emit({ kind: 'lambda-retry', functionName: event.functionName, attempt: event.attempts + 1 });
          await sleep(delayMs, undefined, { signal: closing.signal });
          continue;
        }
        await giveUp(event, answer);
      }
      await queue.remove(event.requestId);
      return;
    }
  };

  const start = (runner: FunctionRunner, event: QueuedEvent): void => {
    // Whatever ends an attempt early, the event is still in the queue and runs at the next start.
    const run = attempt(runner, event).catch(() => {});
    running.add(run);
    void run.finally(() => running.delete(run));
  };

  return {
    enqueue: async (runner, payload) => {
      const requestId = randomUUID();
      const event = { requestId, functionName: runner.spec.name, payload, attempts: 0 };
      await queue.save(event);
      start(runner, event);
      return requestId;
    },
    resume: async () => {
      for (const event of await queue.leftOver()) {
        const runner = settings.runnerOf(event.functionName);
        if (runner === undefined) await queue.remove(event.requestId);
        else start(runner, event);
      }
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    close: () => closing.abort(),
  };
};
