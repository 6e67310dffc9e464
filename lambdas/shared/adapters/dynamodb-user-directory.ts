import { type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import type { UserDirectory } from '../ports/user-directory.ts';
import { UnparsableProfileError } from '../user-errors.ts';
import type { StoredItem } from './parse-journal-item.ts';
import { parseProfile } from './parse-profile.ts';

const segments = 4;
const personPrefix = 'USER#';

interface Directory {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** Index that holds profiles; empty: the table itself is scanned, which reads every journal once more. */
  readonly indexName: string;
}

/** Users by their PROFILE items, scanned in parallel segments to the end. */
export const makeDynamoDbUserDirectory = (directory: Directory): UserDirectory => ({
  list: async () => {
    const admitted = new Set<string>();
    const refused = { optedOut: new Set<string>(), unparsableProfiles: new Set<string>() };
    const take = (item: StoredItem) => {
      const partitionKey = item['PK']?.S ?? '';
      // Other items of the app may carry a sort key PROFILE; only people are listed.
      if (!partitionKey.startsWith(personPrefix)) return;
      const userId = partitionKey.slice(personPrefix.length);
      const verdict = verdictOn(item);
      (verdict === 'admitted' ? admitted : refused[verdict]).add(userId);
    };
    await Promise.all(
      Array.from({ length: segments }, (_, segment) => scanSegment(directory, segment, take)),
    );
    return {
      userIds: [...admitted].sort(),
      optedOut: refused.optedOut.size,
      unparsableProfiles: refused.unparsableProfiles.size,
    };
  },
});

const scanSegment = async (
  { client, tableName, indexName }: Directory,
  segment: number,
  take: (item: StoredItem) => void,
): Promise<void> => {
  let startKey: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ...(indexName === '' ? {} : { IndexName: indexName }),
        Segment: segment,
        TotalSegments: segments,
        FilterExpression: 'SK = :profile',
        ProjectionExpression: 'PK, #timezone, mlOptOut',
        ExpressionAttributeNames: { '#timezone': 'timezone' },
        ExpressionAttributeValues: { ':profile': { S: 'PROFILE' } },
        ExclusiveStartKey: startKey,
      }),
    );
    for (const item of page.Items ?? []) take(item);
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
};

const verdictOn = (item: StoredItem): 'admitted' | 'optedOut' | 'unparsableProfiles' => {
  try {
    return parseProfile(item).optedOut ? 'optedOut' : 'admitted';
  } catch (error) {
    if (error instanceof UnparsableProfileError) return 'unparsableProfiles';
    throw error;
  }
};
