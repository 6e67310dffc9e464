import { DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { ErasableItems } from '../ports/erasable-items.ts';
import { batchWrite } from './batch-write.ts';
import type { BatchOptions } from './unprocessed-items.ts';

type Item = Readonly<Record<string, unknown>>;

export interface ErasableItemsOptions extends BatchOptions {
  /** Names of the partition key and, where there is one, the sort key. */
  readonly keys: readonly [string] | readonly [string, string];
}

/** Items of one table: their keys are read, and they are deleted in batches, a page at a time. */
export const makeDynamoDbErasableItems = (options: ErasableItemsOptions): ErasableItems => {
  const { tableName: TableName, keys } = options;
  const client = DynamoDBDocumentClient.from(options.client);
  const named = Object.fromEntries(keys.map((key, index) => [`#key${index}`, key]));
  const projection = { ProjectionExpression: Object.keys(named).join(', ') };

  const removePages = async (pages: AsyncIterable<{ readonly Items?: readonly Item[] | undefined }>) => {
    let removed = 0;
    for await (const { Items = [] } of pages) {
      const found = Items.map((item) => Object.fromEntries(keys.map((key) => [key, item[key]])));
      await batchWrite(
        found.map((Key) => ({ DeleteRequest: { Key } })),
        options,
      );
      removed += found.length;
    }
    return removed;
  };
  const values = (value: string) => ({ ExpressionAttributeValues: { ':value': value } });

  return {
    removePartition: (partition) =>
      removePages(
        paginateQuery(
          { client },
          {
            TableName,
            ...projection,
            KeyConditionExpression: '#key0 = :value',
            ExpressionAttributeNames: named,
            ...values(partition),
            ConsistentRead: true,
          },
        ),
      ),
    removeIndexed: ({ name, attribute }, value) =>
      removePages(
        paginateQuery(
          { client },
          {
            TableName,
            IndexName: name,
            ...projection,
            KeyConditionExpression: '#attribute = :value',
            ExpressionAttributeNames: { ...named, '#attribute': attribute },
            ...values(value),
          },
        ),
      ),
    removeMatching: (attribute, value) =>
      removePages(
        paginateScan(
          { client },
          {
            TableName,
            ...projection,
            FilterExpression: '#attribute = :value',
            ExpressionAttributeNames: { ...named, '#attribute': attribute },
            ...values(value),
            ConsistentRead: true,
          },
        ),
      ),
  };
};
