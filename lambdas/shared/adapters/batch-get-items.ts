import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { ItemCalls } from '../aws/item-calls.ts';
import { mapWithLimit } from '../map-with-limit.ts';
import { withRetries } from '../with-retries.ts';
import { type BatchOptions, UnprocessedItemsError, unprocessedPolicy } from './unprocessed-items.ts';

export type StoredItem = Readonly<Record<string, AttributeValue>>;

export interface ItemBatchOptions extends Omit<BatchOptions, 'client'> {
  readonly items: Pick<ItemCalls, 'batchGetItem'>;
}

const keysPerCall = 100;
const callsAtOnce = 4;

/** The items that these keys have, consistently read, in no order. @param keys - distinct */
export const batchGetItems = async (
  keys: readonly StoredItem[],
  options: ItemBatchOptions,
): Promise<readonly StoredItem[]> => {
  const calls = Array.from({ length: Math.ceil(keys.length / keysPerCall) }, (_, index) =>
    keys.slice(index * keysPerCall, (index + 1) * keysPerCall),
  );
  return (await mapWithLimit(calls, callsAtOnce, (call) => getBatch(call, options))).flat();
};

const getBatch = async (
  keys: readonly StoredItem[],
  options: ItemBatchOptions,
): Promise<readonly StoredItem[]> => {
  const { items: calls, tableName } = options;
  const items: StoredItem[] = [];
  let pending = [...keys];
  const send = async () => {
    const RequestItems = { [tableName]: { Keys: pending, ConsistentRead: true } };
    const answer = await calls.batchGetItem({ RequestItems });
    items.push(...(answer.Responses?.[tableName] ?? []));
    pending = answer.UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (pending.length > 0) throw new UnprocessedItemsError();
  };
  await withRetries(send, unprocessedPolicy(options));
  return items;
};
