import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { JournalPart, JournalReader } from '../ports/journal-reader.ts';
import { JournalTooLargeError, UserNotFoundError } from '../user-errors.ts';
import { makeJournalBuilder } from './journal-builder.ts';

interface Reading {
  /** Range of sort keys, which sort as CHAT# < MOOD# < PROFILE < SELFIE# < SESSION#: one query reads one part. */
  readonly from: string;
  readonly to: string;
  readonly attributes: readonly string[];
  /** Checked where the attribute itself is not read, so that every reader skips the same items. */
  readonly filter?: string;
}

/** Of a megabyte each; half a year of moods and messages is an eighth of one. */
const defaultMaxPages = 32;

const always = ['SK', 'timestamp', 'ts', 'timezone', 'mlOptOut', 'mood', 'tags'];
const readings: Readonly<Record<JournalPart, Reading>> = {
  moods: {
    from: 'MOOD#',
    to: 'PROFILE',
    attributes: always,
    // The last part is for dynalite, which takes an empty text for one of no type.
    filter: 'attribute_not_exists(notes) OR attribute_type(notes, :text) OR notes = :empty',
  },
  'moods-and-texts': { from: 'CHAT#', to: 'PROFILE', attributes: [...always, 'notes', 'userMessage'] },
  everything: {
    from: 'CHAT#',
    to: 'SESSION#\u{10ffff}',
    attributes: [...always, 'notes', 'userMessage', 'durationSeconds'],
  },
};

/**
 * Journals from the app's table (`docs`: PK = USER#{userId}), one query per part, paged to its end.
 *
 * Only the attributes that the caller needs are sent back. Eventually consistent: half the price, and an entry
 * of the last second is no part of any window that training looks at.
 */
export const makeDynamoDbJournalReader = (options: {
  client: DynamoDBClient;
  tableName: string;
  /** A journal of more is refused: one person must not take the memory of those read beside them. */
  maxPages?: number;
}): JournalReader => ({
  read: async (userId, part) => {
    const { client, maxPages = defaultMaxPages } = options;
    const query = queryFor(readings[part], { tableName: options.tableName, userId });
    const builder = makeJournalBuilder();
    let startKey: QueryCommandInput['ExclusiveStartKey'];
    let pages = 0;
    do {
      if (pages++ === maxPages) throw new JournalTooLargeError(maxPages);
      const page = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: startKey }));
      for (const item of page.Items ?? []) builder.add(item);
      builder.skip((page.ScannedCount ?? 0) - (page.Count ?? 0));
      startKey = page.LastEvaluatedKey;
    } while (startKey !== undefined);
    if (builder.isEmpty() && !(await hasAnyItem(options, userId))) throw new UserNotFoundError();
    return builder.build();
  },
});

const queryFor = (
  { from, to, attributes, filter }: Reading,
  { tableName, userId }: { tableName: string; userId: string },
): QueryCommandInput => ({
  TableName: tableName,
  KeyConditionExpression: 'PK = :person AND SK BETWEEN :from AND :to',
  // Aliased throughout: some of these names are DynamoDB's reserved words.
  ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
  ExpressionAttributeValues: {
    ':person': { S: `USER#${userId}` },
    ':from': { S: from },
    ':to': { S: to },
    ...(filter === undefined ? {} : { ':text': { S: 'S' }, ':empty': { S: '' } }),
  },
  ...(filter === undefined ? {} : { FilterExpression: filter }),
});

const hasAnyItem = async (
  { client, tableName }: { client: DynamoDBClient; tableName: string },
  userId: string,
): Promise<boolean> => {
  const page = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: 'PK = :person',
      ExpressionAttributeValues: { ':person': { S: `USER#${userId}` } },
      ProjectionExpression: 'SK',
      Limit: 1,
    }),
  );
  return (page.Count ?? 0) > 0;
};
