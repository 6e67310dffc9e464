import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TrainingJobStates, TrainingJobSummary } from '../ports/training-job-states.ts';

const Row = z.object({
  jobName: z.string(),
  status: z.string(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
});

/** Rows `training#{jobName}` of the training jobs table: some thousands at most in a deployment's life. */
export const makeDynamoDbTrainingJobStates = (options: {
  client: DynamoDBClient;
  tableName: string;
}): TrainingJobStates => {
  const client = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  return {
    find: async (jobName) => {
      const Key = { jobId: `training#${jobName}` };
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? undefined : Row.parse(Item);
    },
    list: async (limit) => {
      const jobs: TrainingJobSummary[] = [];
      const pages = paginateScan(
        { client },
        {
          TableName,
          FilterExpression: '#kind = :training',
          ProjectionExpression: 'jobName, #status, startedAt, endedAt',
          ExpressionAttributeNames: { '#kind': 'kind', '#status': 'status' },
          ExpressionAttributeValues: { ':training': 'training' },
        },
      );
      for await (const { Items = [] } of pages) jobs.push(...z.array(Row).parse(Items));
      const startOf = ({ startedAt = '' }: TrainingJobSummary) => startedAt;
      return jobs.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1)).slice(0, limit);
    },
  };
};
