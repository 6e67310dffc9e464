import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Bump } from '../../../ml/datasets/versions/propose-version.ts';
import type { DatasetVersionRows, VersionRow } from '../ports/dataset-versions.ts';
import { conditionalWrite } from './conditional-write.ts';
import { queryAll } from './query-all.ts';
import { withoutUndefined } from './without-undefined.ts';

const schemaVersion = 1;

const Row = z.object({
  datasetId: z.string(),
  sequence: z.int().positive(),
  version: z.string(),
  parent: z.string().optional(),
  contentHash: z.string(),
  manifestSha256: z.string(),
  bump: Bump.optional(),
  because: z.string(),
  rows: z.int(),
  samples: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  reason: z.string(),
  state: z.enum(['current', 'superseded', 'expired']),
  supersededBy: z.string().optional(),
});
const Content = z.object({
  datasetId: z.string(),
  contentHash: z.string(),
  objects: z.array(z.string()),
  announcedAt: z.string(),
});
const Model = z.object({
  datasetId: z.string(),
  version: z.string(),
  modelName: z.string(),
  modelVersion: z.string(),
});
const Dataset = z.object({ datasetId: z.string() });

const partitionOf = (datasetId: string) => `DATASET#${datasetId}`;
const sortKeyOf = (sequence: number) => `VERSION#${String(sequence).padStart(8, '0')}`;
/** Under which all datasets are listed. */
const registry = 'DATASETS';

/**
 * Rows of one table: `DATASET#{id}` has `VERSION#{place}`, `CONTENT#{hash}` and `MODEL#{version}#{model}`, and
 * `DATASETS` has every dataset's id.
 */
export const makeDynamoDbDatasetVersions = (options: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): DatasetVersionRows => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const put = (Item: Record<string, unknown>, condition: { ConditionExpression?: string } = {}) =>
    documents.send(
      new PutCommand({ TableName, Item: { ...withoutUndefined(Item), schemaVersion }, ...condition }),
    );
  const under = (partition: string, prefix: string) => ({
    TableName,
    KeyConditionExpression: 'PK = :partition AND begins_with(SK, :prefix)',
    ExpressionAttributeValues: { ':partition': partition, ':prefix': prefix },
    ConsistentRead: true,
  });
  const all = (input: QueryCommandInput) => queryAll(documents, input);
  return {
    list: async (datasetId) => z.array(Row).parse(await all(under(partitionOf(datasetId), 'VERSION#'))),
    page: async (datasetId, { limit, before }) => {
      const { Items, LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          ...under(partitionOf(datasetId), 'VERSION#'),
          ScanIndexForward: false,
          Limit: limit,
          ...(before !== undefined && {
            ExclusiveStartKey: { PK: partitionOf(datasetId), SK: sortKeyOf(before) },
          }),
        }),
      );
      const rows: readonly VersionRow[] = z.array(Row).parse(Items ?? []);
      const last = rows.at(-1)?.sequence;
      return { rows, ...(LastEvaluatedKey !== undefined && last !== undefined && { next: last }) };
    },
    add: async (row) => {
      // First, so that no dataset with a version is missing from the list; later versions find it there.
      if (row.sequence === 1) await put({ PK: registry, SK: row.datasetId, datasetId: row.datasetId });
      const Item = { PK: partitionOf(row.datasetId), SK: sortKeyOf(row.sequence), ...row };
      return conditionalWrite(() => put(Item, { ConditionExpression: 'attribute_not_exists(PK)' }));
    },
    mark: async ({ datasetId, sequence }, state, supersededBy) => {
      const hasNext = supersededBy !== undefined;
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: { PK: partitionOf(datasetId), SK: sortKeyOf(sequence) },
          UpdateExpression: `SET #state = :state${hasNext ? ', supersededBy = :next' : ''}`,
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':state': state, ...(hasNext && { ':next': supersededBy }) },
        }),
      );
    },
    announce: async (content) => {
      await put({ PK: partitionOf(content.datasetId), SK: `CONTENT#${content.contentHash}`, ...content });
    },
    contents: async (datasetId) =>
      z.array(Content).parse(await all(under(partitionOf(datasetId), 'CONTENT#'))),
    isAnnounced: async (datasetId, contentHash) => {
      const Key = { PK: partitionOf(datasetId), SK: `CONTENT#${contentHash}` };
      const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item !== undefined;
    },
    withdraw: async (datasetId, contentHash) => {
      const Key = { PK: partitionOf(datasetId), SK: `CONTENT#${contentHash}` };
      await documents.send(new DeleteCommand({ TableName, Key }));
    },
    recordModel: async (model) => {
      const SK = `MODEL#${model.version}#${model.modelName}#${model.modelVersion}`;
      await put({ PK: partitionOf(model.datasetId), SK, ...model });
    },
    modelsOf: async (datasetId) => z.array(Model).parse(await all(under(partitionOf(datasetId), 'MODEL#'))),
    datasets: async ({ limit, after }) => {
      const { Items, LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :registry',
          ExpressionAttributeValues: { ':registry': registry },
          Limit: limit,
          ConsistentRead: true,
          ...(after !== undefined && { ExclusiveStartKey: { PK: registry, SK: after } }),
        }),
      );
      const datasetIds = z
        .array(Dataset)
        .parse(Items ?? [])
        .map(({ datasetId }) => datasetId);
      const last = datasetIds.at(-1);
      return { datasetIds, ...(LastEvaluatedKey !== undefined && last !== undefined && { next: last }) };
    },
  };
};
