import { makeDocuments } from '../aws/documents.ts';
import type { ItemCalls } from '../aws/item-calls.ts';
import type { HealthHistory } from '../ports/health-history.ts';
import type { WatchSample } from '../ports/health-metrics.ts';
import { readSlots } from './read-slots.ts';
import { devicePrefix, partitionOf, rangeOfSlot } from './sample-slot.ts';
import { unscoredRanges } from './unscored-ranges.ts';

const firstPrefix = 'SAMPLES#';
const maxDevices = 100;

/** History from the slots that samples are kept in. */
export const makeDynamoDbHealthHistory = (options: {
  items: ItemCalls;
  tableName: string;
  unscoredIndex: string;
}): HealthHistory => {
  const { tableName } = options;
  const documents = makeDocuments(options.items);

  /** The first sort key after another, so that a device costs one read however much it has sent. */
  const nextSortKey = async (userId: string, after: string): Promise<string | undefined> => {
    const { Items } = await documents.query({
      TableName: tableName,
      KeyConditionExpression: 'PK = :person AND SK > :after',
      ExpressionAttributeValues: { ':person': partitionOf(userId), ':after': after },
      ProjectionExpression: 'SK',
      Limit: 1,
    });
    return Items[0] === undefined ? undefined : String(Items[0]['SK']);
  };

  return {
    devices: async (userId) => {
      const found: string[] = [];
      let sortKey = await nextSortKey(userId, firstPrefix);
      while (sortKey?.startsWith(firstPrefix) && found.length < maxDevices) {
        const { deviceId } = rangeOfSlot(sortKey);
        found.push(deviceId);
        sortKey = await nextSortKey(userId, `${devicePrefix(deviceId)}~`);
      }
      return found;
    },
    newest: async (device, { fromMs, toMs, limit }) => {
      const samples: WatchSample[] = [];
      for await (const slot of readSlots({ documents, tableName }, device, { fromMs, toMs })) {
        for (const sample of slot.samples.toReversed()) {
          if (sample.timestampMs >= fromMs && sample.timestampMs <= toMs) samples.push(sample);
        }
        if (samples.length >= limit) break;
      }
      return samples.slice(0, limit);
    },
    isAwaitingScores: async (userId) =>
      (await unscoredRanges({ documents, tableName }, { userId, indexName: options.unscoredIndex, limit: 1 }))
        .length > 0,
  };
};
