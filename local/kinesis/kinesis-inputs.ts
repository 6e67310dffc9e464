import * as z from 'zod';

const stream = { StreamName: z.string().optional(), StreamARN: z.string().optional() };
/** Kinesis counts characters. */
const partitionKey = z.string().min(1).max(256);
const hashKey = z.string().regex(/^(0|[1-9]\d{0,38})$/);

/** What the operations take; what is not listed is refused, so that nothing is silently ignored. */
export const PutRecordInput = z.strictObject({
  ...stream,
  Data: z.base64(),
  PartitionKey: partitionKey,
  ExplicitHashKey: hashKey.optional(),
  /** Records are in order here whatever it says. */
  SequenceNumberForOrdering: z.string().optional(),
});

export const PutRecordsInput = z.strictObject({
  ...stream,
  Records: z
    .array(
      z.strictObject({ Data: z.base64(), PartitionKey: partitionKey, ExplicitHashKey: hashKey.optional() }),
    )
    .min(1)
    .max(500),
});

export const StreamInput = z.strictObject(stream);
export const ListShardsInput = z.strictObject({
  ...stream,
  MaxResults: z.int().min(1).max(10_000).optional(),
});
export const ListStreamsInput = z.strictObject({ Limit: z.int().optional() });

export const GetShardIteratorInput = z.strictObject({
  ...stream,
  ShardId: z.string(),
  ShardIteratorType: z.enum([
    'AT_SEQUENCE_NUMBER',
    'AFTER_SEQUENCE_NUMBER',
    'TRIM_HORIZON',
    'LATEST',
    'AT_TIMESTAMP',
  ]),
  StartingSequenceNumber: z.string().optional(),
  /** Seconds since 1970 UTC. */
  Timestamp: z.number().optional(),
});

export const GetRecordsInput = z.strictObject({
  StreamARN: z.string().optional(),
  ShardIterator: z.string().min(1),
  Limit: z.int().min(1).max(10_000).default(10_000),
});
