import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ApprovedModels } from '../ports/approved-models.ts';
import { conditionalWrite } from './conditional-write.ts';

const Row = z.object({
  version: z.int().positive(),
  status: z.enum(['approved', 'rejected']),
  modelDataUrl: z.string(),
});

/** The registry's rows (modelName, version), as far as deploying goes. */
export const makeDynamoDbApprovedModels = (options: {
  client: DynamoDBClient;
  tableName: string;
}): ApprovedModels => {
  const client = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    find: async (modelName, version) => {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: { modelName, version }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : Row.parse(Item);
    },
    newest: async (modelName) => {
      const pages = paginateQuery(
        { client },
        {
          TableName,
          KeyConditionExpression: 'modelName = :name',
          FilterExpression: '#status = :approved',
          ExpressionAttributeValues: { ':name': modelName, ':approved': 'approved' },
          ExpressionAttributeNames: { '#status': 'status' },
          ScanIndexForward: false,
          ConsistentRead: true,
        },
      );
      for await (const { Items = [] } of pages) {
        const [first] = Items;
        if (first !== undefined) return Row.parse(first).version;
      }
      return undefined;
    },
    approve: (modelName, version, reason) =>
      conditionalWrite(() =>
        client.send(
          new UpdateCommand({
            TableName,
            Key: { modelName, version },
            UpdateExpression: 'SET #status = :approved, reasons = list_append(:reason, reasons)',
            ConditionExpression: 'attribute_exists(modelName)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':approved': 'approved', ':reason': [reason] },
          }),
        ),
      ),
  };
};
