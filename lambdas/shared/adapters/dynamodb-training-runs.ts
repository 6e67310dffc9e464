import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TrainingRuns } from '../ports/training-runs.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;
const Row = z.object({
  schemaVersion: z.literal(schemaVersion),
  runId: z.string(),
  parameters: z.string(),
  requestedAt: z.string(),
  state: z.enum(['queued', 'preparing', 'training', 'prepared', 'failed']),
  datasetTimestamp: z.string().optional(),
  trainingJobName: z.string().optional(),
  failureCode: z.string().optional(),
});

/** Runs as rows (TRAINING_RUN#id, RUN) of the preparation jobs table. */
export const makeDynamoDbTrainingRuns = (options: {
  client: DynamoDBClient;
  tableName: string;
}): TrainingRuns => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const keyOf = (runId: string) => ({ PK: `TRAINING_RUN#${runId}`, SK: 'RUN' });
  return {
    create: (run) => {
      const Item = { ...keyOf(run.runId), schemaVersion, ...run, state: 'queued' };
      const ConditionExpression = 'attribute_not_exists(PK)';
      return conditionalWrite(() => documents.send(new PutCommand({ TableName, Item, ConditionExpression })));
    },
    find: async (runId) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: keyOf(runId), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : Row.parse(Item);
    },
    record: async (runId, outcome) => {
      const fields = Object.entries(outcome).filter(([, value]) => value !== undefined);
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(runId),
          UpdateExpression: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
          ConditionExpression: 'attribute_exists(PK)',
        }),
      );
    },
  };
};
