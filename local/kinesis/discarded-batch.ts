import { localRegion } from '../resource-names.ts';
import type { StreamRecord } from './shard.ts';

/** Why Lambda gives up a batch. */
export type DiscardCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface DiscardedBatch {
  readonly records: readonly [StreamRecord, ...StreamRecord[]];
  readonly shardId: string;
  readonly streamArn: string;
  readonly functionArn: string;
  readonly condition: DiscardCondition;
  readonly invokeCount: number;
  /** Of the last invocation; absent where there was none. */
  readonly last?: { readonly requestId: string; readonly hasThrown: boolean };
  /** Epoch milliseconds. */
  readonly now: number;
}

const iso = (moment: number) => new Date(moment).toISOString();

/** The document that Lambda sends to a mapping's destination for failures: where the records lie, not what they hold. */
export const describeDiscarded = (batch: DiscardedBatch): string => {
  const { records, last } = batch;
  const [first] = records;
  const final = records.at(-1) ?? first;
  return JSON.stringify({
    requestContext: {
      requestId: last?.requestId ?? '',
      functionArn: batch.functionArn,
      condition: batch.condition,
      approximateInvokeCount: batch.invokeCount,
    },
    ...(last !== undefined && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: last.hasThrown ? 'Unhandled' : null,
      },
    }),
    version: '1.0',
    timestamp: iso(batch.now),
    KinesisBatchInfo: {
      shardId: batch.shardId,
      startSequenceNumber: first.sequenceNumber,
      endSequenceNumber: final.sequenceNumber,
      approximateArrivalOfFirstRecord: iso(first.arrivedAt),
      approximateArrivalOfLastRecord: iso(final.arrivedAt),
      batchSize: records.length,
      streamArn: batch.streamArn,
    },
  });
};

/** Records as Lambda hands them to a function. */
export const streamEventOf = (
  records: readonly StreamRecord[],
  of: { readonly shardId: string; readonly streamArn: string },
) => ({
  Records: records.map(({ sequenceNumber, partitionKey, data, arrivedAt }) => ({
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey,
      sequenceNumber,
      data,
      approximateArrivalTimestamp: arrivedAt / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${of.shardId}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::000000000000:role/local',
    awsRegion: localRegion,
    eventSourceARN: of.streamArn,
  })),
});
