import { afterEach, expect, test } from 'vitest';
import type { FunctionRunner } from '../../../local/lambda/function-runner.ts';
import { type QueuePoller, startQueuePoller } from '../../../local/sqs/queue-poller.ts';
import { testCatalog } from '../../support/test-catalog.ts';
import { startQueue } from './start-queue.ts';

interface Delivery {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** A poller over a queue with a function made of `answer`. */
const startPoller = async (answer: (delivery: Delivery) => unknown, given: { batchSize?: number } = {}) => {
  const sqs = await startQueue();
  const { queue } = sqs.queues.sources[0]!;
  const deliveries: string[][] = [];
  const runner: FunctionRunner = {
    spec: testCatalog().functions.extractMoodFeatures,
    invoke: async (payload) => {
      const delivery: Delivery = JSON.parse(payload);
      deliveries.push(delivery.Records.map(({ body }) => body));
      try {
        const text = JSON.stringify(answer(delivery)) ?? 'null';
        return { requestId: '', payload: text, failed: false, logTail: '' };
      } catch {
        return { requestId: '', payload: '{}', failed: true, logTail: '' };
      }
    },
    close: async () => {},
  };
  const start = (): QueuePoller =>
    startQueuePoller({
      queue,
      runner,
      batchSize: given.batchSize ?? 10,
      concurrency: 2,
      retryDelaySeconds: 0,
    });
  return { ...sqs, queue, deliveries, start };
};

test('messages are handed on in batches and deleted when the function is done', async () => {
  const { queue, deliveries, start, ...sqs } = await startPoller(() => undefined, { batchSize: 4 });
  for (let index = 0; index < 10; index++) await queue.send(`m${index}`);
  const poller = start();
  await poller.settled();
  await poller.close();
  close = sqs.close;

  expect(Math.max(...deliveries.map(({ length }) => length))).toBeLessThanOrEqual(4);
  expect(deliveries.flat().sort()).toEqual(Array.from({ length: 10 }, (_, index) => `m${index}`));
  expect(queue.counts()).toEqual({ visible: 0, hidden: 0 });
});

test('only what the function names as failed comes again, and ends as a dead letter', async () => {
  const { queue, deliveries, start, ...sqs } = await startPoller(({ Records }) => ({
    batchItemFailures: Records.filter(({ body }) => body === 'poison').map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  }));
  for (const body of ['good', 'poison', 'fine']) await queue.send(body);
  const poller = start();
  await poller.settled();
  await poller.close();
  close = sqs.close;

  const count = (body: string) => deliveries.flat().filter((given) => given === body).length;
  expect([count('good'), count('fine'), count('poison')]).toEqual([1, 1, 3]);
  expect(sqs.queues.find('notes-dead-letters')!.counts().visible).toBe(1);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
  ['names a message that it never got', () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] })],
  ['answers something else', () => ({ batchItemFailures: 'all' })],
])('when the function %s, the whole batch comes again', async (_, answer) => {
  const { queue, deliveries, start, ...sqs } = await startPoller(answer);
  await queue.send('one');
  const poller = start();
  await poller.settled();
  await poller.close();
  close = sqs.close;

  expect(deliveries).toEqual([['one'], ['one'], ['one']]);
  expect(sqs.queues.find('notes-dead-letters')!.counts().visible).toBe(1);
});
