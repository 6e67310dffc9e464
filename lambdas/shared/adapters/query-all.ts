import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { queryPages } from './query-pages.ts';

/** The items of a query that are few enough to hold at once, in its order. */
export const queryAll = async (
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const items: Readonly<Record<string, unknown>>[] = [];
  for await (const item of queryPages(client, query)) items.push(item);
  return items;
};
