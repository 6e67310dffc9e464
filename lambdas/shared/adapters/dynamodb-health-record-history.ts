import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { HealthRecordHistory } from '../ports/health-record-history.ts';
import type { TimeRange } from '../ports/personal-sources.ts';
import { healthRecordsOfItems, storedRecordTypes } from './health-records-of-items.ts';
import { queryPages } from './query-pages.ts';

/** Records by type and the time they begin at, as `healthRecordItems` lays them out. */
export const makeDynamoDbHealthRecordHistory = (options: {
  client: DynamoDBClient;
  tableName: string;
}): HealthRecordHistory => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const itemsOf = (userId: string, recordType: string, { fromMs, toMs }: TimeRange): QueryCommandInput => ({
    TableName: options.tableName,
    KeyConditionExpression: 'PK = :person AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':person': `USER#${userId}`,
      ':from': `${recordType}#${new Date(Math.max(0, fromMs)).toISOString()}`,
      // Sorts after every id that may follow.
      ':to': `${recordType}#${new Date(toMs).toISOString()}#\u{10ffff}`,
    },
    ConsistentRead: true,
  });
  return {
    version: async (userId, range) => {
      const hash = createHash('sha256');
      let records = 0;
      for (const recordType of storedRecordTypes) {
        const query = { ...itemsOf(userId, recordType, range), ProjectionExpression: 'SK, modifiedAtMs' };
        for await (const { SK, modifiedAtMs } of queryPages(documents, query)) {
          hash.update(`${SK} ${modifiedAtMs}\n`);
          records += 1;
        }
      }
      return records === 0 ? '' : hash.digest('hex');
    },
    read: (userId, range) =>
      Promise.all(
        storedRecordTypes.map(async (recordType) => {
          const items: unknown[] = [];
          for await (const item of queryPages(documents, itemsOf(userId, recordType, range)))
            items.push(item);
          return healthRecordsOfItems(recordType, items);
        }),
      ),
  };
};
