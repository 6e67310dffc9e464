import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CreateStreamCommand,
  DescribeStreamSummaryCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  ListShardsCommand,
  ListStreamsCommand,
  PutRecordCommand,
  PutRecordsCommand,
} from '@aws-sdk/client-kinesis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startStream } from './start-stream.ts';

let kinesis: Awaited<ReturnType<typeof startStream>>;
beforeEach(async () => {
  kinesis = await startStream();
});
afterEach(() => kinesis.close());

const StreamName = 'events';
const bytes = (text: string) => new TextEncoder().encode(text);
const put = (text: string, PartitionKey = 'one', more: { ExplicitHashKey?: string } = {}) =>
  kinesis.client.send(new PutRecordCommand({ StreamName, Data: bytes(text), PartitionKey, ...more }));
const iterator = async (ShardId: string, how: Partial<GetShardIteratorCommandInput> = {}) => {
  const { ShardIterator } = await kinesis.client.send(
    new GetShardIteratorCommand({ StreamName, ShardId, ShardIteratorType: 'TRIM_HORIZON', ...how }),
  );
  return ShardIterator;
};
const read = async (ShardIterator: string | undefined, Limit?: number) => {
  const answer = await kinesis.client.send(new GetRecordsCommand({ ShardIterator, Limit }));
  const texts = (answer.Records ?? []).map(({ Data }) => new TextDecoder().decode(Data));
  return { ...answer, texts };
};

test('records of one partition key are read in the order in which they were put, with rising sequence numbers', async () => {
  const first = await put('grüße');
  const second = await put('b');
  const { texts, Records, MillisBehindLatest } = await read(await iterator(first.ShardId!));

  expect(texts).toEqual(['grüße', 'b']);
  expect(second.ShardId).toBe(first.ShardId);
  expect(Records?.map(({ SequenceNumber }) => SequenceNumber)).toEqual([
    first.SequenceNumber,
    second.SequenceNumber,
  ]);
  expect(BigInt(second.SequenceNumber!)).toBeGreaterThan(BigInt(first.SequenceNumber!));
  expect(Records?.[0]).toMatchObject({
    PartitionKey: 'one',
    EncryptionType: 'KMS',
    ApproximateArrivalTimestamp: new Date(kinesis.now()),
  });
  expect(MillisBehindLatest).toBe(0);
});

test('a partition key goes to the shard whose range holds its MD5, as a hash key that is given does', async () => {
  const { Shards = [] } = await kinesis.client.send(new ListShardsCommand({ StreamName }));
  const ranges = Shards.map(({ HashKeyRange }) => ({
    from: BigInt(HashKeyRange!.StartingHashKey!),
    to: BigInt(HashKeyRange!.EndingHashKey!),
  }));
  // md5('one') = f97c5d29941bfb1b2fdab0874906ab82, in the last quarter; md5('a') = 0cc175b9…, in the first.
  expect((await put('x', 'one')).ShardId).toBe('shardId-000000000003');
  expect((await put('x', 'a')).ShardId).toBe('shardId-000000000000');
  expect(ranges).toHaveLength(4);
  expect(ranges[0]!.from).toBe(0n);
  expect(ranges[3]!.to).toBe(2n ** 128n - 1n);
  for (const [index, { from, to }] of ranges.entries()) {
    if (index > 0) expect(from).toBe(ranges[index - 1]!.to + 1n);
    for (const hashKey of [from, to]) {
      const { ShardId } = await put('x', 'any', { ExplicitHashKey: String(hashKey) });
      expect(ShardId).toBe(Shards[index]!.ShardId);
    }
  }
});

test('every kind of iterator begins where it says', async () => {
  const shard = (await put('a')).ShardId!;
  kinesis.pass(1000);
  const b = await put('b');
  const moment = new Date(kinesis.now());
  kinesis.pass(1000);
  await put('c');
  const StartingSequenceNumber = b.SequenceNumber;
  const at = async (how: Partial<GetShardIteratorCommandInput>) =>
    (await read(await iterator(shard, how))).texts.join('');

  expect(await at({ ShardIteratorType: 'TRIM_HORIZON' })).toBe('abc');
  expect(await at({ ShardIteratorType: 'AT_SEQUENCE_NUMBER', StartingSequenceNumber })).toBe('bc');
  expect(await at({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', StartingSequenceNumber })).toBe('c');
  expect(await at({ ShardIteratorType: 'AT_TIMESTAMP', Timestamp: moment })).toBe('bc');
  const latest = await iterator(shard, { ShardIteratorType: 'LATEST' });
  expect((await read(latest)).texts).toEqual([]);
  await put('d');
  expect((await read(latest)).texts).toEqual(['d']);
});

test('reading goes on from iterator to iterator, and an old iterator expires', async () => {
  const shard = (await put('a')).ShardId!;
  await put('b');
  await put('c');
  const first = await read(await iterator(shard), 2);
  kinesis.pass(60_000);
  const second = await read(first.NextShardIterator);

  expect([first.texts, second.texts]).toEqual([['a', 'b'], ['c']]);
  expect(first.MillisBehindLatest).toBe(0);
  kinesis.pass(300_001);
  await expect(read(first.NextShardIterator)).rejects.toMatchObject({ name: 'ExpiredIteratorException' });
  expect((await read((await iterator(shard)) ?? '', 1)).MillisBehindLatest).toBe(360_001);
});

test('what one shard cannot take in a second fails by itself, and is taken in the next', async () => {
  const record = (index: number) => ({ Data: bytes(String(index)), PartitionKey: 'one' });
  const call = () =>
    kinesis.client.send(
      new PutRecordsCommand({ StreamName, Records: Array.from({ length: 500 }, (_, i) => record(i)) }),
    );
  await call();
  await call();
  const other = { Data: bytes('other'), PartitionKey: 'a' };
  const answer = await kinesis.client.send(
    new PutRecordsCommand({ StreamName, Records: [record(0), other, record(1)] }),
  );

  expect(answer.FailedRecordCount).toBe(2);
  expect(answer.Records?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    'ProvisionedThroughputExceededException',
    undefined,
    'ProvisionedThroughputExceededException',
  ]);
  expect(answer.Records?.[0]?.ErrorMessage).toContain('Rate exceeded for shard shardId-000000000003');
  await expect(put('now')).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
  kinesis.pass(1000);
  expect((await put('later')).ShardId).toBe('shardId-000000000003');
  const shard = kinesis.stream.shards[3]!.shard;
  expect(shard.count()).toBe(1001);
});

test('records are there after a restart, but for a line that a kill tore off', async () => {
  const { ShardId } = await put('kept');
  await appendFile(path.join(kinesis.folder, StreamName, `${ShardId}.jsonl`), '{"partitionKey":"on');
  const next = await startStream({ folder: kinesis.folder });
  try {
    const { shard } = next.stream.shards[3]!;
    expect(shard.count()).toBe(1);
    await shard.append({ partitionKey: 'one', data: 'YQ==', arrivedAt: 1 });
    expect((await shard.read(0, { records: 9, bytes: 1e6 })).map(({ data }) => data)).toEqual([
      Buffer.from('kept').toString('base64'),
      'YQ==',
    ]);
  } finally {
    await next.close();
  }
});

test('what is older than the retention is no longer read', async () => {
  const shard = (await put('old')).ShardId!;
  kinesis.pass(24 * 3_600_000 + 1);
  await put('new');
  expect((await read(await iterator(shard))).texts).toEqual(['new']);
});

test('a stream tells what it is, in HTTP/2 as the SDK asks and in HTTP/1.1 as the AWS CLI does', async () => {
  const expected = {
    StreamARN: 'arn:aws:kinesis:us-east-1:000000000000:stream/events',
    StreamStatus: 'ACTIVE',
    StreamModeDetails: { StreamMode: 'ON_DEMAND' },
    RetentionPeriodHours: 24,
    OpenShardCount: 4,
    EncryptionType: 'KMS',
  };
  const asked = await kinesis.client.send(new DescribeStreamSummaryCommand({ StreamName }));
  expect(asked.StreamDescriptionSummary).toMatchObject(expected);
  expect((await kinesis.client.send(new ListStreamsCommand({}))).StreamNames).toEqual(['events']);

  const answer = await fetch(kinesis.endpoint, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/kinesis/aws4_request',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'Kinesis_20131202.DescribeStreamSummary',
    },
    body: JSON.stringify({ StreamName }),
  });
  expect(await answer.json()).toMatchObject({ StreamDescriptionSummary: expected });
});

test('what it does not have or cannot do is refused by name', async () => {
  const large = new PutRecordCommand({ StreamName, Data: new Uint8Array(1024 * 1024), PartitionKey: 'k' });
  const many = Array.from({ length: 501 }, () => ({ Data: bytes('x'), PartitionKey: 'k' }));
  const { client } = kinesis;
  const refused = (answer: Promise<unknown>, name: string) => expect(answer).rejects.toMatchObject({ name });

  await refused(client.send(new CreateStreamCommand({ StreamName: 'more' })), 'UnknownOperationException');
  await refused(
    client.send(new DescribeStreamSummaryCommand({ StreamName: 'none' })),
    'ResourceNotFoundException',
  );
  await refused(client.send(new DescribeStreamSummaryCommand({})), 'InvalidArgumentException');
  await refused(client.send(large), 'InvalidArgumentException');
  await refused(client.send(new PutRecordsCommand({ StreamName, Records: many })), 'ValidationException');
  await refused(
    client.send(new GetRecordsCommand({ ShardIterator: 'nonsense' })),
    'InvalidArgumentException',
  );
  await refused(
    client.send(
      new GetShardIteratorCommand({ StreamName, ShardId: 'shardId-9', ShardIteratorType: 'LATEST' }),
    ),
    'ResourceNotFoundException',
  );
  await refused(
    client.send(
      new GetShardIteratorCommand({
        StreamName,
        ShardId: 'shardId-000000000000',
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        StartingSequenceNumber: '12',
      }),
    ),
    'InvalidArgumentException',
  );
});
