import { afterEach, expect, test } from 'vitest';
import type { StreamSpec } from '../../../lib/catalog-shapes.ts';
import { putRecords } from '../../../local/kinesis/put-records.ts';
import { type StreamPoller, startStreamPoller } from '../../../local/kinesis/stream-poller.ts';
import type { FunctionRunner } from '../../../local/lambda/function-runner.ts';
import { testCatalog } from '../../support/test-catalog.ts';
import { startStream } from './start-stream.ts';

interface Delivery {
  readonly Records: readonly {
    readonly eventID: string;
    readonly kinesis: {
      readonly sequenceNumber: string;
      readonly partitionKey: string;
      readonly data: string;
    };
  }[];
}

const textOf = ({ kinesis }: Delivery['Records'][number]) => Buffer.from(kinesis.data, 'base64').toString();

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** A poller over a stream with a function made of `answer`. */
const startPoller = async (answer: (delivery: Delivery) => unknown, spec: Partial<StreamSpec> = {}) => {
  const kinesis = await startStream({ spec });
  const deliveries: string[][] = [];
  const discarded: Record<string, Record<string, unknown>>[] = [];
  let running = 0;
  let most = 0;
  const runner: FunctionRunner = {
    spec: testCatalog().functions.extractMoodFeatures,
    invoke: async (payload) => {
      const delivery: Delivery = JSON.parse(payload);
      deliveries.push(delivery.Records.map(textOf));
      running += 1;
      most = Math.max(most, running);
      try {
        await Promise.resolve();
        const text = JSON.stringify(answer(delivery)) ?? 'null';
        return { requestId: 'r', payload: text, failed: false, logTail: '' };
      } catch {
        return { requestId: 'r', payload: '{}', failed: true, logTail: '' };
      } finally {
        running -= 1;
      }
    },
    close: async () => {},
  };
  let poller: StreamPoller | undefined;
  close = async () => {
    await poller?.close();
    await kinesis.close();
  };
  return {
    ...kinesis,
    deliveries,
    discarded,
    mostAtOnce: () => most,
    put: (texts: readonly string[], key = 'one') =>
      putRecords(
        kinesis.stream,
        texts.map((text) => ({ Data: Buffer.from(text).toString('base64'), PartitionKey: key })),
        kinesis.now(),
      ),
    drain: async () => {
      poller = await startStreamPoller({
        stream: kinesis.stream,
        runner,
        functionArn: 'arn:function',
        retryDelayMs: 0,
        onDiscard: async (document) => void discarded.push(JSON.parse(document)),
        now: kinesis.now,
      });
      await poller.settled();
      await poller.close();
    },
  };
};

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `m${index}`);
const failing =
  (...bad: string[]) =>
  ({ Records }: Delivery) => ({
    batchItemFailures: Records.filter((record) => bad.includes(textOf(record))).map(({ kinesis }) => ({
      itemIdentifier: kinesis.sequenceNumber,
    })),
  });

test('records are handed on in batches, each once and those of one key in order', async () => {
  const { put, drain, deliveries } = await startPoller(() => undefined, { parallelizationFactor: 3 });
  await put(numbers(25));
  await put(numbers(25), 'another');
  await drain();

  expect(Math.max(...deliveries.map(({ length }) => length))).toBe(10);
  expect(deliveries.flat().sort()).toEqual([...numbers(25), ...numbers(25)].sort());
  await drain();
  expect(deliveries.flat()).toHaveLength(50);
});

test('keys of one shard are worked on at once, as many as the parallelisation allows', async () => {
  const { put, drain, mostAtOnce, deliveries } = await startPoller(() => undefined, {
    parallelizationFactor: 4,
  });
  // Hash keys of the first shard all: MD5 begins with 0 … 3.
  for (const key of ['a', 'aa', 'g', 'h', 'k', 'q']) await put(numbers(20), key);
  await drain();
  expect(deliveries.flat()).toHaveLength(120);
  expect(mostAtOnce()).toBeGreaterThan(1);
});

test('a poison record is found by splitting, tried again and given up, and every other record is done', async () => {
  const { put, drain, deliveries, discarded, stream } = await startPoller(failing('m13'), { batchSize: 100 });
  await put(numbers(64));
  await drain();

  const alone = deliveries.filter((batch) => batch.length === 1 && batch[0] === 'm13');
  // Once when it was split off, and twice more.
  expect(alone).toHaveLength(3);
  expect(new Set(deliveries.flat())).toEqual(new Set(numbers(64)));
  // What came before it was done with at once.
  expect(deliveries.flat().filter((text) => text === 'm12')).toHaveLength(1);
  const { shard } = stream.shards[3]!;
  expect(discarded).toMatchObject([
    {
      version: '1.0',
      requestContext: {
        functionArn: 'arn:function',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      KinesisBatchInfo: {
        shardId: 'shardId-000000000003',
        startSequenceNumber: shard.sequenceNumberAt(13),
        endSequenceNumber: shard.sequenceNumberAt(13),
        batchSize: 1,
        streamArn: 'arn:aws:kinesis:us-east-1:000000000000:stream/events',
      },
    },
  ]);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
  ['names a record that it never got', () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] })],
  ['answers something else', () => ({ batchItemFailures: 'all' })],
])('when the function %s, each record is given up by itself', async (_, answer) => {
  const { put, drain, discarded } = await startPoller(answer, { maximumRetryAttempts: 0 });
  await put(numbers(3));
  await drain();
  expect(discarded.map(({ KinesisBatchInfo }) => KinesisBatchInfo?.['batchSize'])).toEqual([1, 1, 1]);
});

test('a record that is too old is given up without being delivered', async () => {
  const { put, drain, deliveries, discarded, pass } = await startPoller(() => undefined, {
    maximumRecordAgeSeconds: 60,
  });
  await put(['old', 'older']);
  pass(61_000);
  await put(['new']);
  await drain();

  expect(deliveries).toEqual([['new']]);
  expect(discarded).toMatchObject([
    { requestContext: { condition: 'RecordAgeExceeded' }, KinesisBatchInfo: { batchSize: 2 } },
  ]);
});

test('what was not done with when the process ended is delivered again by the next', async () => {
  const { put, drain, deliveries, stream, now } = await startPoller(() => undefined);
  await put(['a']);
  const { promise: reached, resolve } = Promise.withResolvers<void>();
  const broken = await startStreamPoller({
    stream,
    runner: {
      spec: testCatalog().functions.extractMoodFeatures,
      invoke: async () => {
        resolve();
        return { requestId: '', payload: '{}', failed: true, logTail: '' };
      },
      close: async () => {},
    },
    functionArn: '',
    retryDelayMs: 60_000,
    onDiscard: async () => {},
    now,
  });
  await reached;
  await broken.close();
  await drain();
  expect(deliveries).toEqual([['a']]);
});
