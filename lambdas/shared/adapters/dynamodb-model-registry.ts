import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ModelRegistry } from '../ports/model-registry.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;
/** Rounds in which another registration may come first. */
const maxRounds = 20;

const VersionRow = z.object({ version: z.int().positive(), jobName: z.string() });

/**
 * Versions as rows (modelName, version). Whoever registers has seen every version up to the last and puts exactly
 * the next one, which succeeds once: so a job has one version, also when its event comes twice at once.
 */
export const makeDynamoDbModelRegistry = (options: {
  client: DynamoDBClient;
  tableName: string;
}): ModelRegistry => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    register: async (model) => {
      for (let round = 0; round < maxRounds; round++) {
        const versions = await readVersions(documents, TableName, model.modelName);
        const existing = versions.find(({ jobName }) => jobName === model.jobName);
        if (existing !== undefined) return { version: existing.version, isNew: false };
        const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
        const Item = { ...model, version, schemaVersion };
        const ConditionExpression = 'attribute_not_exists(modelName)';
        const put = () => documents.send(new PutCommand({ TableName, Item, ConditionExpression }));
        if (await conditionalWrite(put)) return { version, isNew: true };
      }
      throw new Error('The model registry changed at every try; the next delivery of the event tries again.');
    },
  };
};

const readVersions = async (documents: DynamoDBDocumentClient, TableName: string, modelName: string) => {
  const versions: z.infer<typeof VersionRow>[] = [];
  let startKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'modelName = :name',
        ExpressionAttributeValues: { ':name': modelName },
        ProjectionExpression: '#version, jobName',
        ExpressionAttributeNames: { '#version': 'version' },
        ConsistentRead: true,
        ExclusiveStartKey: startKey,
      }),
    );
    versions.push(...z.array(VersionRow).parse(page.Items ?? []));
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return versions;
};
