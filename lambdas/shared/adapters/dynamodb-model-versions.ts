import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ModelVersions } from '../ports/model-versions.ts';
import { stagesPrefix } from './stage-book-key.ts';

const Row = z
  .object({
    modelName: z.string(),
    version: z.int().positive(),
    status: z.enum(['approved', 'rejected']),
    reasons: z.array(z.string()).default([]),
    createdAt: z.string(),
  })
  .transform(({ modelName, ...row }) => ({ modelId: modelName, ...row }));

/** The registry's rows (modelName, version), read as far as every kind of model has them. */
export const makeDynamoDbModelVersions = (options: {
  client: DynamoDBClient;
  tableName: string;
}): ModelVersions => {
  const client = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const fields = {
    ProjectionExpression: 'modelName, #version, #status, reasons, createdAt',
    ExpressionAttributeNames: { '#version': 'version', '#status': 'status' },
  };
  return {
    find: async (modelName, version) => {
      const Key = { modelName, version };
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true, ...fields }));
      return Item === undefined ? undefined : Row.parse(Item);
    },
    list: async (modelName) => {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          KeyConditionExpression: 'modelName = :name',
          ExpressionAttributeValues: { ':name': modelName },
          ConsistentRead: true,
          ...fields,
        },
      );
      const versions: z.infer<typeof Row>[] = [];
      for await (const { Items = [] } of pages) versions.push(...z.array(Row).parse(Items));
      return versions;
    },
    modelIds: async () => {
      const names = new Set<string>();
      const pages = paginateScan({ client }, { TableName, ProjectionExpression: 'modelName' });
      for await (const { Items = [] } of pages) {
        for (const { modelName } of Items) names.add(String(modelName));
      }
      return [...names].filter((name) => !name.startsWith(stagesPrefix)).toSorted();
    },
  };
};
