import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bucket, type FaultedJobs, jobFaults, startFaultedJobs } from './faulted-jobs.ts';

let jobs: FaultedJobs;
let sageMaker: SageMakerClient;
beforeAll(async () => {
  jobs = await startFaultedJobs();
  sageMaker = new SageMakerClient(jobs.aws.client);
});
afterAll(() => jobs.close());

let number = 0;
/** Another training each time. */
const request = (mode: 'well' | 'fail') => ({
  trainPath: `s3://${bucket}/training/train_1.csv`,
  validationPath: `s3://${bucket}/training/validation_1.csv`,
  hyperParameters: { seed: ++number, mode },
});
type Fault = Parameters<FaultedJobs['attempt']>[2];
const trigger = async (input: object, fault?: Fault) => {
  const { answer, calls } = await jobs.attempt('triggerModelTraining', input, fault);
  return { jobName: String(answer?.body['jobName']), calls };
};
const jobsNamed = async (NameContains: string) =>
  (await sageMaker.send(new ListTrainingJobsCommand({ NameContains }))).TrainingJobSummaries ?? [];

describe('triggering of which any raw call fails', () => {
  it('has one job and its row once it is triggered again', async () => {
    const { calls } = await trigger(request('well'));
    expect(calls).toHaveLength(4);
    for (const [index, call] of calls.entries()) {
      for (const fault of jobFaults) {
        const input = request('well');
        await trigger(input, { at: index + 1, fault });
        const { jobName } = await trigger(input);
        expect(await jobsNamed(jobName), `${fault} at ${call}`).toHaveLength(1);
        expect(await jobs.rowOf(jobName)).toMatchObject({ status: 'InProgress', jobName });
      }
    }
  });

  it('starts a new job after a failed one, though looking at that one fails', async () => {
    for (const fault of jobFaults) {
      const input = request('fail');
      const { jobName } = await trigger(input);
      await jobs.ended(jobName);
      // Two files are read, the name is found taken, and the job of that name is looked at.
      const { calls } = await trigger(input, { at: 4, fault });
      expect(calls[3]).toBe('sagemaker DescribeTrainingJob');
      const again = await trigger(input);
      expect(again.jobName, fault).toMatch(new RegExp(`^${jobName}-[23]$`));
    }
  });
});
