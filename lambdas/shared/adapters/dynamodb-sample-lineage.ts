import type { SampleLineage } from '../ports/sample-lineage.ts';
import { batchWrite } from './batch-write.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;

/** Rows `USER#{userId}`, `DATASET#{timestamp}`. */
export const makeDynamoDbSampleLineage = (options: BatchOptions): SampleLineage => {
  const keyOf = (timestamp: string, userId: string) => ({ PK: `USER#${userId}`, SK: `DATASET#${timestamp}` });
  return {
    record: (timestamp, origins) =>
      batchWrite(
        origins.map(({ userId, sampleId, side }) => ({
          PutRequest: { Item: { ...keyOf(timestamp, userId), sampleId, side, schemaVersion } },
        })),
        options,
      ),
    forget: (timestamp, userIds) =>
      batchWrite(
        userIds.map((userId) => ({ DeleteRequest: { Key: keyOf(timestamp, userId) } })),
        options,
      ),
  };
};
