import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { FeatureSet } from '../../../ml/datasets/feature-set.ts';
import type { FeatureSetSummary, FeatureSets } from '../ports/feature-sets.ts';
import { conditionalWrite } from './conditional-write.ts';
import { sortableVersion } from './sortable-version.ts';

const schemaVersion = 1;
/** All sets lie in one partition: they are few, small, and read as one list. */
const partition = 'FEATURE_SETS';

/** As text: DynamoDB's numbers end where those of JSON go on. */
const Row = z.object({ schemaVersion: z.literal(schemaVersion), featureSet: z.string() });

const sortKeyOf = (featureSetId: string, version: string): string =>
  `${featureSetId}#${sortableVersion(version)}`;

const setOf = (item: unknown): FeatureSet => FeatureSet.parse(JSON.parse(Row.parse(item).featureSet));

const summaryOf = ({ features, ...set }: FeatureSet): FeatureSetSummary => ({
  ...set,
  featureCount: features.length,
});

/** Feature sets as rows (`FEATURE_SETS`, id#version). */
export const makeDynamoDbFeatureSets = (options: {
  client: DynamoDBClient;
  tableName: string;
}): FeatureSets => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    create: (featureSet) => {
      const SK = sortKeyOf(featureSet.featureSetId, featureSet.version);
      const Item = { PK: partition, SK, schemaVersion, featureSet: JSON.stringify(featureSet) };
      const ConditionExpression = 'attribute_not_exists(PK)';
      return conditionalWrite(() => documents.send(new PutCommand({ TableName, Item, ConditionExpression })));
    },
    find: async (featureSetId, version) => {
      if (version !== undefined) {
        const Key = { PK: partition, SK: sortKeyOf(featureSetId, version) };
        const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
        return Item === undefined ? undefined : setOf(Item);
      }
      const newest = await documents.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :partition AND begins_with(SK, :id)',
          ExpressionAttributeValues: { ':partition': partition, ':id': `${featureSetId}#` },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      const [item] = newest.Items ?? [];
      return item === undefined ? undefined : setOf(item);
    },
    list: async ({ limit, after }) => {
      const page = await documents.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :partition',
          ExpressionAttributeValues: { ':partition': partition },
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: { PK: partition, SK: after } }),
        }),
      );
      const next: unknown = page.LastEvaluatedKey?.['SK'];
      return {
        items: (page.Items ?? []).map((item) => summaryOf(setOf(item))),
        ...(typeof next === 'string' && { next }),
      };
    },
  };
};
