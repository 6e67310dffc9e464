import { AwsError } from '../protocol/aws-error.ts';
import { localAccountId } from '../resource-names.ts';
import { hashKeyEnd, hashKeyOf, shardOfHash } from './shard-of-key.ts';
import type { LocalStream } from './streams.ts';

/** The most that a record may hold, its partition key included, and all records of one call. */
const recordLimitBytes = 1024 * 1024;
const callLimitBytes = 10 * 1024 * 1024;

interface NewRecord {
  readonly Data: string;
  readonly PartitionKey: string;
  readonly ExplicitHashKey?: string | undefined;
}

const bytesOf = ({ Data, PartitionKey }: NewRecord): number =>
  Buffer.byteLength(Data, 'base64') + Buffer.byteLength(PartitionKey);

const assertFits = (record: NewRecord): void => {
  if (bytesOf(record) > recordLimitBytes) {
    throw new AwsError('InvalidArgumentException', `A record is larger than ${recordLimitBytes} bytes.`);
  }
  if (record.ExplicitHashKey !== undefined && BigInt(record.ExplicitHashKey) >= hashKeyEnd) {
    throw new AwsError('InvalidArgumentException', 'ExplicitHashKey must be below 2^128.');
  }
};

/** The record's place once it is sure to be kept; undefined where its shard takes no more in this second. */
const put = async ({ shards }: LocalStream, record: NewRecord, now: number) => {
  const { Data: data, PartitionKey: partitionKey, ExplicitHashKey: explicit } = record;
  const hashKey = explicit === undefined ? hashKeyOf(partitionKey) : BigInt(explicit);
  const index = shardOfHash(hashKey, shards.length);
  const { shard, limit } = shards[index]!;
  if (!limit.admit(bytesOf(record))) return { shardId: shard.id };
  const { sequenceNumber } = await shard.append({ partitionKey, data, arrivedAt: now });
  return { shardId: shard.id, sequenceNumber };
};

const exceeded = (shardId: string, stream: LocalStream): string =>
  `Rate exceeded for shard ${shardId} in stream ${stream.spec.name} under account ${localAccountId}.`;

/**
 * Kinesis' PutRecord.
 *
 * @param now - epoch milliseconds
 * @throws {AwsError} InvalidArgumentException, ProvisionedThroughputExceededException
 */
export const putRecord = async (stream: LocalStream, record: NewRecord, now: number) => {
  assertFits(record);
  const { shardId, sequenceNumber } = await put(stream, record, now);
  if (sequenceNumber === undefined) {
    throw new AwsError('ProvisionedThroughputExceededException', exceeded(shardId, stream));
  }
  return { ShardId: shardId, SequenceNumber: sequenceNumber, EncryptionType: 'KMS' };
};

/**
 * Kinesis' PutRecords: what a shard cannot take now fails by itself, in its place of the answer.
 *
 * @param now - epoch milliseconds
 * @throws {AwsError} InvalidArgumentException, and then nothing was put
 */
export const putRecords = async (stream: LocalStream, records: readonly NewRecord[], now: number) => {
  for (const record of records) assertFits(record);
  if (records.reduce((sum, record) => sum + bytesOf(record), 0) > callLimitBytes) {
    throw new AwsError('InvalidArgumentException', `The records are larger than ${callLimitBytes} bytes.`);
  }
  const places = await Promise.all(records.map((record) => put(stream, record, now)));
  const results = places.map(({ shardId, sequenceNumber }) =>
    sequenceNumber === undefined
      ? {
          ErrorCode: 'ProvisionedThroughputExceededException',
          ErrorMessage: exceeded(shardId, stream),
        }
      : { ShardId: shardId, SequenceNumber: sequenceNumber },
  );
  const failed = places.filter(({ sequenceNumber }) => sequenceNumber === undefined).length;
  return { FailedRecordCount: failed, Records: results, EncryptionType: 'KMS' };
};
