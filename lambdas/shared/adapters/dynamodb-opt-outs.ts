import type { Consent, OptOuts } from '../ports/opt-outs.ts';
import { UnparsableProfileError } from '../user-errors.ts';
import { batchGet } from './batch-get.ts';
import type { StoredItem } from './batch-get-items.ts';
import { parseProfile } from './parse-profile.ts';
import type { BatchOptions } from './unprocessed-items.ts';

/** Profiles from the app's table, many at once. */
export const makeDynamoDbOptOuts = (options: BatchOptions): OptOuts => ({
  read: async (userIds) => {
    const keys = userIds.map((userId) => ({ PK: { S: `USER#${userId}` }, SK: { S: 'PROFILE' } }));
    const items = await batchGet(keys, options);
    const byKey = new Map(items.map((item) => [item['PK']?.S, item]));
    return new Map(userIds.map((userId) => [userId, consentIn(byKey.get(`USER#${userId}`))]));
  },
});

const consentIn = (item: StoredItem | undefined): Consent => {
  if (item === undefined) return 'given';
  try {
    return parseProfile(item).optedOut ? 'opted-out' : 'given';
  } catch (error) {
    if (error instanceof UnparsableProfileError) return 'unparsable-profile';
    throw error;
  }
};
