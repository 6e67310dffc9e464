import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { mapWithLimit } from '../map-with-limit.ts';
import { withRetries } from '../with-retries.ts';
import { type BatchOptions, UnprocessedItemsError, unprocessedPolicy } from './unprocessed-items.ts';

export type BatchWrites = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

const writesPerCall = 25;
const callsAtOnce = 4;

/** Puts and deletes of one table, unconditional; what DynamoDB leaves unprocessed is sent again with full jitter. */
export const batchWrite = async (writes: BatchWrites, options: BatchOptions): Promise<void> => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const calls = Array.from({ length: Math.ceil(writes.length / writesPerCall) }, (_, index) =>
    writes.slice(index * writesPerCall, (index + 1) * writesPerCall),
  );
  await mapWithLimit(calls, callsAtOnce, (call) => writeBatch(documents, call, options));
};

const writeBatch = async (
  documents: DynamoDBDocumentClient,
  writes: BatchWrites,
  options: BatchOptions,
): Promise<void> => {
  const { tableName } = options;
  let pending = writes;
  const send = async () => {
    const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: pending } }));
    pending = answer.UnprocessedItems?.[tableName] ?? [];
    if (pending.length > 0) throw new UnprocessedItemsError();
  };
  await withRetries(send, unprocessedPolicy(options));
};
