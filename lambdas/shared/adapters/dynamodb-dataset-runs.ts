import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DatasetRuns } from '../ports/dataset-runs.ts';
import { conditionalWrite } from './conditional-write.ts';
import { parseDatasetRunRow, rowOfOpenRun } from './dataset-run-row.ts';

/** Runs as rows of the training jobs table, each step one compare-and-set. */
export const makeDynamoDbDatasetRuns = (options: {
  client: DynamoDBClient;
  tableName: string;
}): DatasetRuns => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const TableName = options.tableName;
  const presentAttempt = {
    ConditionExpression: '#state = :open AND #timestamp = :present',
    ExpressionAttributeNames: { '#state': 'state', '#timestamp': 'timestamp' },
  };
  return {
    claimTimestamp: (timestamp) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: { jobId: `timestamp#${timestamp}`, kind: 'timestamp', schemaVersion: 1 },
            ConditionExpression: 'attribute_not_exists(jobId)',
          }),
        ),
      ),
    find: async (runId) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: { jobId: runId }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : parseDatasetRunRow(Item);
    },
    open: (run) =>
      conditionalWrite(() =>
        documents.send(
          new PutCommand({
            TableName,
            Item: rowOfOpenRun(run),
            ConditionExpression: 'attribute_not_exists(jobId)',
          }),
        ),
      ),
    takeOver: (run, timestamp) =>
      conditionalWrite(() =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: { jobId: run.runId },
            ...presentAttempt,
            UpdateExpression:
              'SET #timestamp = :next, supersededTimestamps = list_append(supersededTimestamps, :superseded)',
            ExpressionAttributeValues: {
              ':open': 'open',
              ':present': run.timestamp,
              ':next': timestamp,
              ':superseded': [run.timestamp],
            },
          }),
        ),
      ),
    seal: (run, { manifest, manifestKey, answer }) =>
      conditionalWrite(() =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: { jobId: run.runId },
            ...presentAttempt,
            UpdateExpression: `SET #state = :sealed, ${manifest === undefined ? 'manifestKey' : 'manifest'} = :manifest, answer = :answer`,
            ExpressionAttributeValues: {
              ':open': 'open',
              ':present': run.timestamp,
              ':sealed': 'sealed',
              ':manifest': manifest ?? manifestKey,
              ':answer': answer,
            },
          }),
        ),
      ),
    complete: async (run) => {
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: { jobId: run.runId },
          UpdateExpression: 'SET #state = :complete',
          ConditionExpression: '#state IN (:sealed, :complete)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sealed': 'sealed', ':complete': 'complete' },
        }),
      );
    },
    recordTrainingJob: async (runId, trainingJobName) => {
      await documents.send(
        new UpdateCommand({
          TableName,
          Key: { jobId: runId },
          UpdateExpression: 'SET trainingJobName = :name',
          ConditionExpression: 'attribute_exists(jobId)',
          ExpressionAttributeValues: { ':name': trainingJobName },
        }),
      );
    },
  };
};
