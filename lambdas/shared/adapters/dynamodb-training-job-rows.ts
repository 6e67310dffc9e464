import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { ObservedJob, StartedJob, TrainingJobRows } from '../ports/training-job-rows.ts';
import { conditionalWrite } from './conditional-write.ts';

const schemaVersion = 1;

/** Rows `training#{jobName}` of the training jobs table. Updates, never puts: either writer may come first. */
export const makeDynamoDbTrainingJobRows = (options: {
  client: DynamoDBClient;
  tableName: string;
}): TrainingJobRows => {
  const documents = DynamoDBDocumentClient.from(options.client);
  const update = (jobName: string, input: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
    documents.send(
      new UpdateCommand({ TableName: options.tableName, Key: { jobId: `training#${jobName}` }, ...input }),
    );
  return {
    recordStart: async (job) => {
      await update(job.jobName, startUpdate(job));
    },
    recordState: (job) => conditionalWrite(() => update(job.jobName, stateUpdate(job))),
    claimAlert: async (jobName, { now, until }) => {
      const claim = () =>
        update(jobName, {
          UpdateExpression: 'SET alertClaimedUntil = :until',
          ConditionExpression:
            'attribute_not_exists(alertSent) AND (attribute_not_exists(alertClaimedUntil) OR alertClaimedUntil <= :now)',
          ExpressionAttributeValues: { ':until': until, ':now': now },
        });
      if (await conditionalWrite(claim)) return 'claimed';
      const { Item } = await documents.send(
        new GetCommand({
          TableName: options.tableName,
          Key: { jobId: `training#${jobName}` },
          ConsistentRead: true,
        }),
      );
      return Item?.['alertSent'] === undefined ? 'busy' : 'told';
    },
    markAlertSent: async (jobName) => {
      await update(jobName, {
        UpdateExpression: 'SET alertSent = :yes REMOVE alertClaimedUntil',
        ExpressionAttributeValues: { ':yes': true },
      });
    },
    releaseAlert: async (jobName) => {
      await update(jobName, { UpdateExpression: 'REMOVE alertClaimedUntil' });
    },
  };
};

const names = { '#kind': 'kind', '#status': 'status' };
const identity = '#kind = :kind, jobName = :jobName, schemaVersion = :schemaVersion';
const identityValues = (jobName: string) => ({
  ':kind': 'training',
  ':jobName': jobName,
  ':schemaVersion': schemaVersion,
});

const startUpdate = ({ jobName, ...facts }: StartedJob): Omit<UpdateCommandInput, 'TableName' | 'Key'> => {
  const fields = Object.entries(facts);
  const sets = fields.map(([name]) => `${name} = if_not_exists(${name}, :${name})`);
  return {
    UpdateExpression: `SET ${identity}, #status = if_not_exists(#status, :inProgress), ${sets.join(', ')}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ...identityValues(jobName),
      ':inProgress': 'InProgress',
      ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
  };
};

/** Order of states: what is later in it is never overwritten by what is earlier. */
const statesBefore: Readonly<Record<ObservedJob['status'], readonly string[]>> = {
  InProgress: ['InProgress'],
  Stopping: ['InProgress', 'Stopping'],
  Completed: ['InProgress', 'Stopping', 'Completed'],
  Failed: ['InProgress', 'Stopping', 'Failed'],
  Stopped: ['InProgress', 'Stopping', 'Stopped'],
};

const stateUpdate = ({
  jobName,
  status,
  ...facts
}: ObservedJob): Omit<UpdateCommandInput, 'TableName' | 'Key'> => {
  const fields = Object.entries(facts);
  const before = statesBefore[status];
  const sets = ['', ...fields.map(([name]) => `${name} = :${name}`)].join(', ');
  return {
    UpdateExpression: `SET ${identity}, #status = :status${sets}`,
    ConditionExpression: `attribute_not_exists(#status) OR #status IN (${before.map((_, index) => `:before${index}`).join(', ')})`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: {
      ...identityValues(jobName),
      ':status': status,
      ...Object.fromEntries(before.map((state, index) => [`:before${index}`, state])),
      ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
    },
  };
};
