import type { ItemCalls } from '../aws/item-calls.ts';
import type { Profiles } from '../ports/profiles.ts';
import { defaultProfile, parseProfile } from './parse-profile.ts';

/** Profiles from the app's table. */
export const makeDynamoDbProfiles = (options: {
  items: Pick<ItemCalls, 'getItem'>;
  tableName: string;
}): Profiles => ({
  read: async (userId) => {
    const { Item } = await options.items.getItem({
      TableName: options.tableName,
      Key: { PK: { S: `USER#${userId}` }, SK: { S: 'PROFILE' } },
      ProjectionExpression: '#timezone, mlOptOut',
      ExpressionAttributeNames: { '#timezone': 'timezone' },
    });
    return Item === undefined ? defaultProfile : parseProfile(Item);
  },
});
