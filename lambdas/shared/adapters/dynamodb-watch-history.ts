import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { HealthSample } from '../../../ml/wearable/health-sample.ts';
import { makeSdkItemCalls } from '../aws/sdk-item-calls.ts';
import type { Device } from '../ports/health-metrics.ts';
import type { TimeRange } from '../ports/personal-sources.ts';
import type { WatchHistory } from '../ports/watch-history.ts';
import { makeDynamoDbHealthHistory } from './dynamodb-health-history.ts';
import { queryPages } from './query-pages.ts';
import { parseSlot, partitionOf, slotSortKey } from './sample-slot.ts';

/** Watches' slots of long stretches, in pages as large as DynamoDB makes them. */
export const makeDynamoDbWatchHistory = (options: {
  client: DynamoDBClient;
  tableName: string;
  unscoredIndex: string;
}): WatchHistory => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const slotsOf = ({ userId, deviceId }: Device, { fromMs, toMs }: TimeRange): QueryCommandInput => ({
    TableName: options.tableName,
    KeyConditionExpression: 'PK = :person AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':person': partitionOf(userId),
      ':from': slotSortKey(deviceId, Math.max(0, fromMs)),
      ':to': slotSortKey(deviceId, toMs),
    },
    ConsistentRead: true,
  });
  return {
    devices: makeDynamoDbHealthHistory({ ...options, items: makeSdkItemCalls(options.client) }).devices,
    version: async (device, range) => {
      const hash = createHash('sha256');
      let slots = 0;
      // A slot's revision grows with every write to it, so the samples themselves need not be read.
      const query = { ...slotsOf(device, range), ProjectionExpression: 'SK, revision' };
      for await (const { SK, revision } of queryPages(documents, query)) {
        hash.update(`${SK} ${revision}\n`);
        slots += 1;
      }
      return slots === 0 ? '' : hash.digest('hex');
    },
    read: async (device, range) => {
      const samples: HealthSample[] = [];
      for await (const item of queryPages(documents, slotsOf(device, range))) {
        for (const { timestampMs, heartRate, steps, calories, distance } of parseSlot(item).samples) {
          if (timestampMs < range.fromMs || timestampMs > range.toMs) continue;
          samples.push({ timestampMs, heartRate, steps, calories, distance });
        }
      }
      return samples;
    },
  };
};
