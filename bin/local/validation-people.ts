import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/**
 * Who was held back for validation in a dataset. Only possible where one may read the locked lineage table, as
 * over made-up people on a laptop.
 *
 * @returns user ids
 */
export const validationPeople = async (
  client: DynamoDBDocumentClient,
  tableName: string,
  timestamp: string,
): Promise<ReadonlySet<string>> => {
  const people = new Set<string>();
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression: 'SK = :dataset AND side = :validation',
      ExpressionAttributeValues: { ':dataset': `DATASET#${timestamp}`, ':validation': 'validation' },
      ProjectionExpression: 'PK',
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { PK } of Items) people.add(String(PK).replace(/^USER#/, ''));
  }
  return people;
};
