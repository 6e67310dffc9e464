import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { mapWithLimit } from '../map-with-limit.ts';
import type { SampleLineage } from '../ports/sample-lineage.ts';
import type { Sleep } from '../ports/sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { withRetries } from '../with-retries.ts';

interface LineageOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly telemetry: Telemetry;
}

type Writes = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

const schemaVersion = 1;
const writesPerCall = 25;
const callsAtOnce = 4;

class UnprocessedItemsError extends Error {
  override readonly name = 'UnprocessedItemsError';
}

/** Rows `USER#{userId}`, `DATASET#{timestamp}`; what DynamoDB leaves unprocessed is sent again with full jitter. */
export const makeDynamoDbSampleLineage = (options: LineageOptions): SampleLineage => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const keyOf = (timestamp: string, userId: string) => ({ PK: `USER#${userId}`, SK: `DATASET#${timestamp}` });
  const writeAll = async (writes: Writes) => {
    const calls = Array.from({ length: Math.ceil(writes.length / writesPerCall) }, (_, index) =>
      writes.slice(index * writesPerCall, (index + 1) * writesPerCall),
    );
    await mapWithLimit(calls, callsAtOnce, (call) => writeBatch(documents, call, options));
  };
  return {
    record: (timestamp, origins) =>
      writeAll(
        origins.map(({ userId, sampleId, side }) => ({
          PutRequest: { Item: { ...keyOf(timestamp, userId), sampleId, side, schemaVersion } },
        })),
      ),
    forget: (timestamp, userIds) =>
      writeAll(userIds.map((userId) => ({ DeleteRequest: { Key: keyOf(timestamp, userId) } }))),
  };
};

const writeBatch = async (
  documents: DynamoDBDocumentClient,
  writes: Writes,
  { tableName, sleep, random, telemetry }: LineageOptions,
): Promise<void> => {
  let pending = writes;
  const send = async () => {
    const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: pending } }));
    pending = answer.UnprocessedItems?.[tableName] ?? [];
    if (pending.length > 0) throw new UnprocessedItemsError('DynamoDB left items of a batch unprocessed.');
  };
  await withRetries(send, {
    attempts: 10,
    baseDelayMs: 50,
    maxDelayMs: 5_000,
    sleep,
    random,
    retryable: (error) => error instanceof UnprocessedItemsError,
    onRetry: () => telemetry.count('RetriedCalls'),
  });
};
