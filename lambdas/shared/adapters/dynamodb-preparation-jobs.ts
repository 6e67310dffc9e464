import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PreparationJobs } from '../ports/preparation-jobs.ts';
import { conditionalWrite } from './conditional-write.ts';
import { withoutUndefined } from './without-undefined.ts';

const schemaVersion = 1;

const Row = z.object({
  jobId: z.string(),
  datasetId: z.string(),
  requestKey: z.string(),
  state: z.enum(['queued', 'running', 'succeeded', 'failed']),
  createdBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  attempts: z.int().nonnegative(),
  result: z.object({ datasetId: z.string(), version: z.string(), isNew: z.boolean() }).optional(),
  problem: z.object({ code: z.string(), detail: z.string() }).optional(),
});

const keyOf = (jobId: string) => ({ PK: `JOB#${jobId}`, SK: 'JOB' });

/** Rows `JOB#{id}`, `JOB`. */
export const makeDynamoDbPreparationJobs = (options: {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}): PreparationJobs => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    find: async (jobId) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: keyOf(jobId), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : Row.parse(Item);
    },
    put: (job) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { ...keyOf(job.jobId), ...withoutUndefined(job), schemaVersion },
            ConditionExpression: 'attribute_not_exists(PK) OR #state IN (:queued, :running)',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':queued': 'queued', ':running': 'running' },
          }),
        ),
      ),
  };
};
