import { type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import type { UserDirectory, UserListing, UserStream } from '../ports/user-directory.ts';
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
export const makeDynamoDbUserDirectory = (directory: Directory): UserDirectory & UserStream => ({
  list: async (maxUsers) => {
    const admitted = new Set<string>();
    const { refused } = await scan(directory, async (userIds) => {
      for (const userId of userIds) admitted.add(userId);
      return admitted.size <= maxUsers;
    });
    if (admitted.size > maxUsers) return 'too-many';
    return { userIds: [...admitted].sort(), ...refused };
  },
  forEachList: async (usersPerList, take) => {
    const pending: string[][] = Array.from({ length: segments }, () => []);
    const { refused } = await scan(directory, async (userIds, segment) => {
      const waiting = pending[segment]!;
      waiting.push(...userIds);
      while (waiting.length >= usersPerList) await take(waiting.splice(0, usersPerList));
      return true;
    });
    const rest = pending.flat();
    while (rest.length > 0) await take(rest.splice(0, usersPerList));
    return refused;
  },
});

/** Hands on each page's people who may be used; counts the others. Ends early where `take` answers false. */
const scan = async (
  directory: Directory,
  take: (userIds: readonly string[], segment: number) => Promise<boolean>,
): Promise<{ refused: Pick<UserListing, 'optedOut' | 'unparsableProfiles'> }> => {
  const refused = { optedOut: 0, unparsableProfiles: 0 };
  let goesOn = true;
  const scanSegment = async (segment: number): Promise<void> => {
    let startKey: ScanCommandInput['ExclusiveStartKey'];
    do {
      const page = await directory.client.send(new ScanCommand(pageInput(directory, segment, startKey)));
      const admitted: string[] = [];
      for (const item of page.Items ?? []) {
        const partitionKey = item['PK']?.S ?? '';
        // Other items of the app may carry a sort key PROFILE; only people are listed.
        if (!partitionKey.startsWith(personPrefix)) continue;
        const verdict = verdictOn(item);
        if (verdict === 'admitted') admitted.push(partitionKey.slice(personPrefix.length));
        else refused[verdict] += 1;
      }
      if (!(await take(admitted, segment))) goesOn = false;
      startKey = page.LastEvaluatedKey;
    } while (goesOn && startKey !== undefined);
  };
  await Promise.all(Array.from({ length: segments }, (_, segment) => scanSegment(segment)));
  return { refused };
};

const pageInput = (
  { tableName, indexName }: Directory,
  segment: number,
  startKey: ScanCommandInput['ExclusiveStartKey'],
): ScanCommandInput => ({
  TableName: tableName,
  ...(indexName === '' ? {} : { IndexName: indexName }),
  Segment: segment,
  TotalSegments: segments,
  FilterExpression: 'SK = :profile',
  ProjectionExpression: 'PK, #timezone, mlOptOut',
  ExpressionAttributeNames: { '#timezone': 'timezone' },
  ExpressionAttributeValues: { ':profile': { S: 'PROFILE' } },
  ExclusiveStartKey: startKey,
});

const verdictOn = (item: StoredItem): 'admitted' | 'optedOut' | 'unparsableProfiles' => {
  try {
    return parseProfile(item).optedOut ? 'optedOut' : 'admitted';
  } catch (error) {
    if (error instanceof UnparsableProfileError) return 'unparsableProfiles';
    throw error;
  }
};
