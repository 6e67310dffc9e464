import { makeSdkItemCalls } from '../aws/sdk-item-calls.ts';
import { batchGetItems, type StoredItem } from './batch-get-items.ts';
import type { BatchOptions } from './unprocessed-items.ts';

/** The items that these keys have, through the AWS SDK. @param keys - distinct */
export const batchGet = (
  keys: readonly StoredItem[],
  { client, ...options }: BatchOptions,
): Promise<readonly StoredItem[]> => batchGetItems(keys, { ...options, items: makeSdkItemCalls(client) });
