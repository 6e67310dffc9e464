import { setTimeout } from 'node:timers/promises';
import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';

/** The most that one call takes. */
export const recordsPerCall = 500;
const maxRounds = 60;
const firstWaitMs = 100;
const longestWaitMs = 2_000;

/** A record before it is put. */
export interface NewRecord {
  readonly partitionKey: string;
  readonly text: string;
}

/** What a stream did not take, however often it was asked. */
class StreamBusyError extends Error {
  override readonly name = 'StreamBusyError';
}

/**
 * Puts records into a stream, those again that its shards could not take at the moment, as PutRecords says of each.
 *
 * @param records - in calls of 500
 * @throws {StreamBusyError} when some are refused for a minute or more
 */
export const putRecords = async (
  client: KinesisClient,
  streamName: string,
  records: readonly NewRecord[],
): Promise<void> => {
  for (let start = 0; start < records.length; start += recordsPerCall) {
    await putCall(client, streamName, records.slice(start, start + recordsPerCall));
  }
};

const putCall = async (client: KinesisClient, StreamName: string, records: readonly NewRecord[]) => {
  const encoder = new TextEncoder();
  let waiting = records;
  for (let round = 0; round < maxRounds; round++) {
    const Records = waiting.map(({ partitionKey, text }) => ({
      PartitionKey: partitionKey,
      Data: encoder.encode(text),
    }));
    const answer = await client.send(new PutRecordsCommand({ StreamName, Records }));
    waiting = waiting.filter((_, index) => answer.Records?.[index]?.ErrorCode !== undefined);
    if (waiting.length === 0) return;
    await setTimeout(Math.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** round));
  }
  throw new StreamBusyError(`${StreamName} takes no more records at present; send the rest later.`);
};
