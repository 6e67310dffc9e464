import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDocuments } from '../../../../lambdas/shared/aws/documents.ts';
import { makeJsonItemCalls } from '../../../../lambdas/shared/aws/json-item-calls.ts';
import { makeSdkItemCalls } from '../../../../lambdas/shared/aws/sdk-item-calls.ts';
import { makeSendRequest } from '../../../../lambdas/shared/aws/send-request.ts';
import { startDynamoDb } from '../../support/start-dynamodb.ts';
import { stubAws } from '../../support/stub-aws.ts';

const TableName = 'MindMate-ModelRegistry';
let db: Awaited<ReturnType<typeof startDynamoDb>>;
beforeAll(async () => {
  db = await startDynamoDb();
});
afterAll(() => db.close());

const direct = () =>
  makeJsonItemCalls(
    stubAws(() => ({}), {
      send: makeSendRequest({ timeoutMs: 5_000 }),
      environment: { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: db.endpoint },
    }),
  );

describe.each([
  ['through the AWS SDK', () => makeSdkItemCalls(db.client)],
  ['without the AWS SDK', direct],
] as const)('items of DynamoDB %s', (way, itemsOf) => {
  const documents = () => makeDocuments(itemsOf());
  const document = { text: 'é', number: 0.1, list: [1, null], map: { deep: true }, none: '' };

  it('come back as they were put, are changed, and listed page by page', async () => {
    for (const version of [1, 2]) {
      await documents().put({ TableName, Item: { modelName: way, version, ...document } });
    }
    const Key = { modelName: way, version: 1 };
    expect(await documents().get({ TableName, Key })).toEqual({ Item: { ...Key, ...document } });
    expect(await documents().get({ TableName, Key: { ...Key, version: 9 } })).toEqual({});
    const updated = await documents().update({
      TableName,
      Key,
      UpdateExpression: 'SET note = :note',
      ExpressionAttributeValues: { ':note': 'new' },
      ReturnValues: 'ALL_NEW',
    });
    expect(updated).toEqual({ Attributes: { ...Key, ...document, note: 'new' } });
    const versions: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await documents().query({
        TableName,
        KeyConditionExpression: 'modelName = :name',
        ExpressionAttributeValues: { ':name': way },
        Limit: 1,
        ExclusiveStartKey,
      });
      versions.push(...page.Items.map(({ version }) => version));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    expect(versions).toEqual([1, 2]);
  });

  it('tell by name which condition did not hold', async () => {
    const Item = { modelName: way, version: 7 };
    const put = () =>
      documents().put({ TableName, Item, ConditionExpression: 'attribute_not_exists(modelName)' });
    await put();
    await expect(put()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  });

  it('hold nothing that is undefined', async () => {
    const Item = { modelName: way, version: 8, nothing: undefined };
    await expect(async () => documents().put({ TableName, Item })).rejects.toThrow('removeUndefinedValues');
  });
});
