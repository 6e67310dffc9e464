import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DatasetLineage, LineageEntry } from '../ports/dataset-lineage.ts';
import { batchWrite } from './batch-write.ts';
import { queryAll } from './query-all.ts';
import type { BatchOptions } from './unprocessed-items.ts';

const schemaVersion = 1;

const Entry = z.object({
  personKey: z.string(),
  datasetId: z.string(),
  contentHash: z.string(),
  sampleId: z.string(),
});

/** Each entry is there twice, so that it is found by the person and by the content. */
const keysOf = ({ personKey, datasetId, contentHash }: LineageEntry) => [
  { PK: personPartition(personKey), SK: `DATASET#${datasetId}#${contentHash}` },
  { PK: contentPartition(datasetId, contentHash), SK: `PERSON#${personKey}` },
];
const personPartition = (personKey: string) => `PERSON#${personKey}`;
const contentPartition = (datasetId: string, contentHash: string) => `CONTENT#${datasetId}#${contentHash}`;

/** Rows `PERSON#{key}`, `DATASET#{id}#{content hash}`, and the same the other way about. */
export const makeDynamoDbDatasetLineage = (options: BatchOptions): DatasetLineage => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const allOf = async (partition: string): Promise<readonly LineageEntry[]> => {
    const items = await queryAll(documents, {
      TableName: options.tableName,
      KeyConditionExpression: 'PK = :partition',
      ExpressionAttributeValues: { ':partition': partition },
      ConsistentRead: true,
    });
    return z.array(Entry).parse(items);
  };
  return {
    record: (entries) =>
      batchWrite(
        entries.flatMap((entry) =>
          keysOf(entry).map((key) => ({ PutRequest: { Item: { ...key, ...entry, schemaVersion } } })),
        ),
        options,
      ),
    of: (personKey) => allOf(personPartition(personKey)),
    peopleIn: (datasetId, contentHash) => allOf(contentPartition(datasetId, contentHash)),
    forget: (entries) =>
      batchWrite(
        entries.flatMap((entry) => keysOf(entry).map((Key) => ({ DeleteRequest: { Key } }))),
        options,
      ),
  };
};
