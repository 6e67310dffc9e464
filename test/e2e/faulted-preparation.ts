import { createHash } from 'node:crypto';
import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { expect } from 'vitest';
import type { FunctionId } from '../../lib/catalog-ids.ts';
import { DatasetManifest } from '../../ml/datasets/dataset-manifest.ts';
import { type Fault, passingFaults } from '../support/aws-fault.ts';
import { type FaultedAws, startFaultedAws } from '../support/faulted-aws.ts';
import { invoke, putItems } from './app-table.ts';
import { asOf, twelvePeople } from './twelve-people.ts';

const bucket = 'mindmate-ml-models-000000000000';
const TableName = 'MindMate-TrainingJobs';

/** A local AWS in which functions that prepare a dataset reach every service through a proxy that does harm. */
export interface FaultedPreparation extends FaultedAws {
  /** The raw calls of one run without faults, in order, from a warm start. */
  undisturbedCalls(): Promise<readonly string[]>;
  /**
   * One run whose n-th call, from 1, a fault befalls, and a repeat without; then what must hold is checked.
   *
   * @returns the call that was befallen
   */
  survives(at: number, fault: Fault): Promise<string>;
  /** Manifests and training jobs at this moment. */
  results(): Promise<{ readonly manifests: readonly string[]; readonly jobs: readonly string[] }>;
}

/** @param faulted - the functions whose calls can fail */
export const startFaultedPreparation = async (
  faulted: readonly FunctionId[] = ['prepareTrainingData', 'triggerModelTraining'],
): Promise<FaultedPreparation> => {
  const { aws, proxy, close } = await startFaultedAws(
    faulted,
    // What becomes of the jobs is not looked at here.
    ({ schedules }) => ({
      schedules: schedules.map((one) => ({ ...one, input: { ...one.input, asOf } })),
      rules: [],
    }),
    { trainingCommand: ['sh', '-c', 'echo a model > "$ML_ROOT/model/model.txt"'] },
  );
  await putItems(aws, twelvePeople());
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const dynamo = new DynamoDBClient(aws.client);
  const sageMaker = new SageMakerClient(aws.client);

  let runs = 0;
  /** Each run has rows of its own by its seed, and with them a training job of its own. */
  const nextRequest = () => ({ idempotencyKey: `run-${++runs}`, seed: runs, asOf });
  const prepare = (request: object) => invoke(aws, 'prepareTrainingData', request);
  const read = async (key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return Body!.transformToString();
  };
  const datasetKeys = async () => {
    const Prefix = 'training/';
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
    return Contents.map(({ Key }) => Key!);
  };
  /** Several runs a second would else wander ever further from the clock in search of a free timestamp. */
  const clear = async () => {
    for (const Key of await datasetKeys()) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    const { Items = [] } = await dynamo.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'begins_with(jobId, :claim)',
        ExpressionAttributeValues: { ':claim': { S: 'timestamp#' } },
      }),
    );
    for (const { jobId } of Items) {
      await dynamo.send(new DeleteItemCommand({ TableName, Key: { jobId: jobId! } }));
    }
  };
  const manifestKeys = async () => (await datasetKeys()).filter((key) => key.includes('/manifest_'));
  const jobNames = async () => {
    const page = { MaxResults: 10, SortBy: 'CreationTime', SortOrder: 'Descending' } as const;
    const { TrainingJobSummaries = [] } = await sageMaker.send(new ListTrainingJobsCommand(page));
    return TrainingJobSummaries.map(({ TrainingJobName }) => TrainingJobName!);
  };

  const expectWholeDataset = async (key: string): Promise<void> => {
    const manifest = DatasetManifest.parse(JSON.parse(await read(key)));
    expect(manifest.files).toHaveLength(4);
    for (const { path, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(await read(path))
          .digest('hex'),
        path,
      ).toBe(sha256);
    }
  };

  return {
    aws,
    proxy,
    undisturbedCalls: async () => {
      await prepare(nextRequest());
      await clear();
      proxy.arm();
      expect((await prepare(nextRequest())).statusCode).toBe(200);
      return [...proxy.calls];
    },
    survives: async (at, fault) => {
      const request = nextRequest();
      await clear();
      const jobsBefore = new Set(await jobNames());
      proxy.arm({ at, fault });
      const first = await prepare(request);
      const struck = proxy.calls[at - 1];
      expect(struck).toBeDefined();
      proxy.arm();
      const second = await prepare(request);

      const what = `${fault} at call ${at}, ${struck}: ${JSON.stringify({ first, second })}`;
      if (isPassing(fault)) expect(first, what).toEqual(second);
      expect(second, what).toMatchObject({ statusCode: 200, body: { trainingJobName: expect.any(String) } });
      const made = await manifestKeys();
      expect(made, what).toEqual([`training/manifest_${String(second.body['timestamp'])}.json`]);
      await expectWholeDataset(made[0]!);
      const started = (await jobNames()).filter((name) => !jobsBefore.has(name));
      expect(started, what).toEqual([second.body['trainingJobName']]);
      expect(await prepare(request), what).toEqual(second);
      return struck!;
    },
    results: async () => ({ manifests: await manifestKeys(), jobs: await jobNames() }),
    close,
  };
};

const isPassing = (fault: Fault): boolean => passingFaults.some((passing) => passing === fault);
