import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { emptyStageBook, StageBook } from '../../../ml/evaluation/stage-book.ts';
import type { ModelStages } from '../ports/model-stages.ts';
import { conditionalWrite } from './conditional-write.ts';
import { stageBookKey } from './stage-book-key.ts';

const schemaVersion = 1;
const Row = z.object({ schemaVersion: z.literal(schemaVersion), book: StageBook });

/**
 * Stage books as rows (`stages#{model}`, 0) of the model registry: beside the versions, under a name that no model
 * has. One row a model, so that two promotions at once cannot put two versions into production.
 */
export const makeDynamoDbModelStages = (options: {
  client: DynamoDBClient;
  tableName: string;
}): ModelStages => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    read: async (modelId) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: stageBookKey(modelId), ConsistentRead: true }),
      );
      return Item === undefined ? emptyStageBook : Row.parse(Item).book;
    },
    write: (modelId, book) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { ...stageBookKey(modelId), schemaVersion, book },
            ...(book.revision === 1
              ? { ConditionExpression: 'attribute_not_exists(modelName)' }
              : {
                  ConditionExpression: 'book.revision = :before',
                  ExpressionAttributeValues: { ':before': book.revision - 1 },
                }),
          }),
        ),
      ),
  };
};
