import { AwsError } from '../protocol/aws-error.ts';
import { makeAwsJsonService, parseInput } from '../protocol/aws-json-service.ts';
import { localAccountId } from '../resource-names.ts';
import type { LocalService } from '../service.ts';
import {
  GetRecordsInput,
  GetShardIteratorInput,
  ListShardsInput,
  ListStreamsInput,
  PutRecordInput,
  PutRecordsInput,
  StreamInput,
} from './kinesis-inputs.ts';
import { putRecord, putRecords } from './put-records.ts';
import type { Shard, StreamRecord } from './shard.ts';
import { readShardIterator, writeShardIterator } from './shard-iterator.ts';
import { hashKeyRange } from './shard-of-key.ts';
import { firstKept, startPosition } from './start-position.ts';
import { type LocalStream, type Streams, streamArn } from './streams.ts';

/** The most that one call reads, as it lies in the file. */
const readLimitBytes = 10 * 1024 * 1024;

interface Named {
  readonly StreamName?: string | undefined;
  readonly StreamARN?: string | undefined;
}

const shown = ({ sequenceNumber, partitionKey, data, arrivedAt }: StreamRecord) => ({
  SequenceNumber: sequenceNumber,
  ApproximateArrivalTimestamp: arrivedAt / 1000,
  Data: data,
  PartitionKey: partitionKey,
  EncryptionType: 'KMS',
});

const summary = ({ spec, shards }: LocalStream) => ({
  StreamName: spec.name,
  StreamARN: streamArn(spec.name),
  StreamStatus: 'ACTIVE',
  StreamModeDetails: { StreamMode: 'ON_DEMAND' },
  RetentionPeriodHours: spec.retentionHours,
  StreamCreationTimestamp: 0,
  EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
  EncryptionType: 'KMS',
  OpenShardCount: shards.length,
  ConsumerCount: 0,
});

const shardsOf = ({ shards }: LocalStream) =>
  shards.map(({ shard }, index) => ({
    ShardId: shard.id,
    HashKeyRange: hashKeyRange(index, shards.length),
    SequenceNumberRange: { StartingSequenceNumber: shard.sequenceNumberAt(0) },
  }));

/**
 * Kinesis with the catalogue's streams.
 *
 * @param now - epoch milliseconds
 */
export const makeKinesisService = (streams: Streams, now: () => number = Date.now): LocalService => {
  const find = ({ StreamName, StreamARN }: Named): LocalStream => {
    const name = StreamName ?? StreamARN?.split('/').at(-1);
    if (name === undefined) {
      throw new AwsError('InvalidArgumentException', 'Either StreamName or StreamARN must be given.');
    }
    const stream = streams.find(name);
    if (stream !== undefined) return stream;
    const message = `Stream ${name} under account ${localAccountId} not found.`;
    throw new AwsError('ResourceNotFoundException', message);
  };
  const shardOf = (stream: LocalStream, id: string): Shard => {
    const found = stream.shards.find(({ shard }) => shard.id === id);
    if (found !== undefined) return found.shard;
    const message = `Shard ${id} in stream ${stream.spec.name} under account ${localAccountId} does not exist`;
    throw new AwsError('ResourceNotFoundException', message);
  };

  return makeAwsJsonService({
    signingNames: ['kinesis'],
    targetPrefix: 'Kinesis_20131202',
    operations: {
      PutRecord: (input) => {
        const { StreamName, StreamARN, ...record } = parseInput(PutRecordInput, input);
        return putRecord(find({ StreamName, StreamARN }), record, now());
      },
      PutRecords: (input) => {
        const { Records, ...named } = parseInput(PutRecordsInput, input);
        return putRecords(find(named), Records, now());
      },
      GetShardIterator: (input) => {
        const wanted = parseInput(GetShardIteratorInput, input);
        const stream = find(wanted);
        const shard = shardOf(stream, wanted.ShardId);
        const position = startPosition(
          { shard, retentionHours: stream.spec.retentionHours, now: now() },
          wanted,
        );
        return {
          ShardIterator: writeShardIterator({ stream: stream.spec.name, shard: shard.id, position }, now()),
        };
      },
      GetRecords: async (input) => {
        const { ShardIterator, Limit } = parseInput(GetRecordsInput, input);
        const place = readShardIterator(ShardIterator, now());
        const stream = find({ StreamName: place.stream });
        const shard = shardOf(stream, place.shard);
        const kept = { shard, retentionHours: stream.spec.retentionHours, now: now() };
        const from = Math.max(place.position, firstKept(kept));
        const records = await shard.read(from, { records: Limit, bytes: readLimitBytes });
        const next = from + records.length;
        const waiting = shard.arrivedAt(next);
        return {
          Records: records.map(shown),
          NextShardIterator: writeShardIterator({ ...place, position: next }, now()),
          MillisBehindLatest: waiting === undefined ? 0 : Math.max(0, now() - waiting),
        };
      },
      DescribeStreamSummary: (input) => ({
        StreamDescriptionSummary: summary(find(parseInput(StreamInput, input))),
      }),
      ListShards: (input) => ({ Shards: shardsOf(find(parseInput(ListShardsInput, input))) }),
      ListStreams: (input) => {
        parseInput(ListStreamsInput, input);
        return { StreamNames: streams.all.map(({ spec }) => spec.name), HasMoreStreams: false };
      },
    },
  });
};
