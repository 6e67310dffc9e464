import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Profiles } from '../ports/profiles.ts';
import { defaultProfile, parseProfile } from './parse-profile.ts';

/** Profiles from the app's table. */
export const makeDynamoDbProfiles = (options: { client: DynamoDBClient; tableName: string }): Profiles => ({
  read: async (userId) => {
    const { Item } = await options.client.send(
      new GetItemCommand({
        TableName: options.tableName,
        Key: { PK: { S: `USER#${userId}` }, SK: { S: 'PROFILE' } },
        ProjectionExpression: '#timezone, mlOptOut',
        ExpressionAttributeNames: { '#timezone': 'timezone' },
      }),
    );
    return Item === undefined ? defaultProfile : parseProfile(Item);
  },
});
