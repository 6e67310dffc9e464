import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, type FaultedJobs, jobFaults, startFaultedJobs } from './faulted-jobs.ts';

const registry = 'MindMate-ModelRegistry';

let jobs: FaultedJobs;
let completed: string;
beforeAll(async () => {
  jobs = await startFaultedJobs();
  const { answer } = await jobs.attempt('triggerModelTraining', {
    trainPath: `s3://${bucket}/training/train_1.csv`,
    validationPath: `s3://${bucket}/training/validation_1.csv`,
  });
  completed = String(answer?.body['jobName']);
  await jobs.ended(completed);
});
afterAll(() => jobs.close());

type Fault = Parameters<FaultedJobs['attempt']>[2];
const deliver = (detail: object, fault?: Fault) =>
  jobs.attempt(
    'recordTrainingJobState',
    { source: 'aws.sagemaker', 'detail-type': 'SageMaker Training Job State Change', detail },
    fault,
  );

describe('recording a completed job of which any raw call fails', () => {
  // Without its places, which SageMaker is then asked for.
  const event = () => ({ TrainingJobName: completed, TrainingJobStatus: 'Completed' });
  const versions = async () => {
    const page = await jobs.documents.send(
      new QueryCommand({
        TableName: registry,
        KeyConditionExpression: 'modelName = :name',
        ExpressionAttributeValues: { ':name': 'crisis' },
      }),
    );
    return page.Items ?? [];
  };
  const forget = async () => {
    for (const { modelName, version } of await versions()) {
      await jobs.documents.send(new DeleteCommand({ TableName: registry, Key: { modelName, version } }));
    }
    const Key = { jobId: `training#${completed}` };
    await jobs.documents.send(new DeleteCommand({ TableName: 'MindMate-TrainingJobs', Key }));
  };

  it('ends with one approved version once the event is delivered again', async () => {
    const { calls } = await deliver(event());
    expect(calls).toHaveLength(5);
    for (const [index, call] of calls.entries()) {
      for (const fault of jobFaults) {
        await forget();
        await deliver(event(), { at: index + 1, fault });
        const { answer } = await deliver(event());
        const what = `${fault} at ${call}`;
        expect(answer, what).toMatchObject({ body: { outcome: 'recorded', modelVersion: 1 } });
        expect(await versions(), what).toMatchObject([{ jobName: completed, status: 'approved' }]);
        expect(await jobs.rowOf(completed), what).toMatchObject({ status: 'Completed' });
      }
    }
  });
});

describe('recording a failed job of which any raw call fails', () => {
  let number = 0;
  const event = () => ({
    TrainingJobName: `mindmate-broken-${++number}`,
    TrainingJobStatus: 'Failed',
    FailureReason: 'AlgorithmError: no rows',
    OutputDataConfig: { S3OutputPath: `s3://${bucket}/models/crisis/` },
  });
  const messagesOn = (jobName: string) =>
    jobs.aws.events.filter(
      (seen) => seen.kind === 'topic-message' && seen.subject === `Training job ${jobName} failed`,
    ).length;
  /** As if its 45 seconds were over. */
  const endClaim = (jobName: string) =>
    jobs.documents.send(
      new UpdateCommand({
        TableName: 'MindMate-TrainingJobs',
        Key: { jobId: `training#${jobName}` },
        UpdateExpression: 'SET alertClaimedUntil = :past',
        ConditionExpression: 'attribute_exists(alertClaimedUntil)',
        ExpressionAttributeValues: { ':past': 0 },
      }),
    );

  it('tells people, and twice only where the first telling was not seen to have worked', async () => {
    const { calls } = await deliver(event());
    expect(calls.map((call) => call.split(' ')[1])).toEqual([
      'UpdateItem',
      'UpdateItem',
      'Publish',
      'UpdateItem',
    ]);
    for (const [index, call] of calls.entries()) {
      for (const fault of jobFaults) {
        const detail = event();
        const jobName = detail.TrainingJobName;
        await deliver(detail, { at: index + 1, fault });
        const { answer } = await deliver(detail);
        if (answer === undefined) {
          await endClaim(jobName);
          await deliver(detail);
        }
        const what = `${fault} at ${call}`;
        expect((await deliver(detail)).answer, what).toMatchObject({ body: { outcome: 'recorded' } });
        expect(await jobs.rowOf(jobName), what).toMatchObject({ status: 'Failed', alertSent: true });
        expect(messagesOn(jobName), what).toBeGreaterThanOrEqual(1);
        expect(messagesOn(jobName), what).toBeLessThanOrEqual(index < 2 ? 1 : 2);
      }
    }
  });
});
