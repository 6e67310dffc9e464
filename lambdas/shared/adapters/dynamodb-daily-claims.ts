import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DailyClaims } from '../ports/daily-claims.ts';
import { conditionalWrite } from './conditional-write.ts';

const claimMs = 60_000;

/** Turns as rows (`TURN#`, turn) of a table with the keys PK and SK. */
export const makeDynamoDbDailyClaims = (options: {
  client: DynamoDBClient;
  tableName: string;
}): DailyClaims => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const keyOf = (turn: string) => ({ PK: 'TURN', SK: turn });
  const update = (turn: string, UpdateExpression: string, values?: Readonly<Record<string, unknown>>) =>
    documents.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(turn),
        UpdateExpression,
        ...(values !== undefined && { ExpressionAttributeValues: values }),
      }),
    );
  return {
    claim: async (turn, now) => {
      const isClaimed = await conditionalWrite(() =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(turn),
            UpdateExpression: 'SET claimedUntil = :until, schemaVersion = :one',
            ConditionExpression:
              'attribute_not_exists(isDone) AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)',
            ExpressionAttributeValues: { ':until': now + claimMs, ':now': now, ':one': 1 },
          }),
        ),
      );
      if (isClaimed) return 'claimed';
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: keyOf(turn), ConsistentRead: true }),
      );
      return Item?.['isDone'] === true ? 'done' : 'busy';
    },
    done: async (turn) => {
      await update(turn, 'SET isDone = :yes REMOVE claimedUntil', { ':yes': true });
    },
    release: async (turn) => {
      await update(turn, 'REMOVE claimedUntil');
    },
  };
};
