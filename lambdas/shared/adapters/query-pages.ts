import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** Every item of a query, page by page, as the store has them. */
export async function* queryPages(
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const { Items = [] } of paginateQuery({ client }, query)) yield* Items;
}
