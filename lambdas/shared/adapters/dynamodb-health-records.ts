import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mapWithLimit } from '../map-with-limit.ts';
import type { HealthRecordStore } from '../ports/health-record-store.ts';
import { conditionalWrite } from './conditional-write.ts';
import { healthRecordItems } from './health-record-items.ts';

const writesAtOnce = 32;

/** One item a record, written unless a later state of the same record is there: exports overlap and come late. */
export const makeDynamoDbHealthRecords = ({
  client,
  tableName: TableName,
}: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): HealthRecordStore => {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    put: async (userId, records) => {
      await mapWithLimit(healthRecordItems(userId, records), writesAtOnce, (Item) =>
        conditionalWrite(() =>
          documents.send(
            new PutCommand({
              TableName,
              Item,
              ConditionExpression: 'attribute_not_exists(PK) OR modifiedAtMs <= :modified',
              ExpressionAttributeValues: { ':modified': Item.modifiedAtMs },
            }),
          ),
        ),
      );
    },
  };
};
