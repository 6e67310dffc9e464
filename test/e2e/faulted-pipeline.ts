import { createHash } from 'node:crypto';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { ListTrainingJobsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { DescribeExecutionCommand, RedriveExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import type { FunctionId } from '../../lib/catalog-ids.ts';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { Config } from '../../lib/config.ts';
import { DatasetManifest } from '../../ml/datasets/dataset-manifest.ts';
import { type FaultedAws, startFaultedAws } from '../support/faulted-aws.ts';
import { type Answer, invoke, putItems } from './app-table.ts';
import { asOf, twelvePeople } from './twelve-people.ts';

const models = 'mindmate-ml-models-000000000000';
/** Where the steps put down what they hand to each other. */
export const workBucket = 'mindmate-training-work-000000000000';
/** The functions of its steps. */
export const pipelineSteps = [
  'listTrainingShards',
  'extractTrainingShard',
  'planTrainingParts',
  'writeTrainingPart',
  'completeTrainingDataset',
] as const satisfies readonly FunctionId[];

/** One run of the pipeline, before anything has happened to it. */
export interface PipelineRun {
  readonly request: { readonly idempotencyKey: string; readonly seed: number; readonly asOf: string };
  /** `train` or `validation` and a row, sorted: of an undisturbed run with the same parameters. */
  readonly rows: readonly string[];
  readonly objectsBefore: ReadonlySet<string>;
  readonly jobsBefore: ReadonlySet<string>;
}

/** The training pipeline with its real functions, of which any call can fail, over twelve people in three shards. */
export interface FaultedPipeline extends FaultedAws {
  readonly s3: S3Client;
  prepareRun(): Promise<PipelineRun>;
  /** Asks the one door. */
  ask(run: PipelineRun): Promise<Answer>;
  /** Asks it, and lets the execution that it starts come to an end. @returns the execution's ARN */
  runOnce(run: PipelineRun): Promise<string>;
  /** As the SDK does it, to its end. */
  redrive(executionArn: string): Promise<void>;
  /** As it stands: its status, and how often it was redriven. */
  look(executionArn: string): Promise<{ status: string; redriveCount: number; error: string }>;
  /** One complete dataset with the rows of an undisturbed run, one training job, nobody's id left lying. */
  expectOneDataset(run: PipelineRun, what: string): Promise<void>;
}

/** @param change - what else of the catalogue is another */
export const startFaultedPipeline = async (
  change: (catalog: Catalog) => Partial<Catalog> = () => ({}),
): Promise<FaultedPipeline> => {
  const faulted = await startFaultedAws(
    [...pipelineSteps, 'triggerModelTraining'],
    // What becomes of the jobs is not looked at here.
    (catalog) => ({ rules: [], ...change(catalog) }),
    {
      config: Config.parse({ directModeMaxUsers: 0, usersPerShard: 5 }),
      trainingCommand: ['sh', '-c', 'echo a model > "$ML_ROOT/model/model.txt"'],
    },
  );
  const { aws } = faulted;
  await putItems(aws, twelvePeople());
  const s3 = new S3Client({ ...aws.client, forcePathStyle: true });
  const sfn = new SFNClient(aws.client);
  const sageMaker = new SageMakerClient(aws.client);
  const dynamo = new DynamoDBClient(aws.client);

  const keysIn = async (Bucket: string, Prefix = '') => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix }));
    return Contents.map(({ Key }) => Key!);
  };
  const read = async (Bucket: string, Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return Body!.transformToString();
  };
  const jobNames = async () => {
    const { TrainingJobSummaries = [] } = await sageMaker.send(
      new ListTrainingJobsCommand({ MaxResults: 100 }),
    );
    return TrainingJobSummaries.map(({ TrainingJobName }) => TrainingJobName!);
  };
  const prepare = (request: object) => invoke(aws, 'prepareTrainingData', request);
  const rowsUnder = async (timestamp: unknown) => {
    const keys = await keysIn(models, `training/${timestamp}/`);
    const rows: string[] = [];
    for (const key of keys) {
      const side = key.split('/')[2];
      const lines = (await read(models, key)).trimEnd().split('\n').slice(1);
      rows.push(...lines.map((line) => `${side} ${line}`));
    }
    return rows.sort();
  };
  const lineageOf = async (timestamp: unknown) => {
    const { Items = [] } = await dynamo.send(
      new ScanCommand({
        TableName: 'MindMate-SampleLineage',
        FilterExpression: 'SK = :dataset',
        ExpressionAttributeValues: { ':dataset': { S: `DATASET#${timestamp}` } },
      }),
    );
    return Items.map(({ PK }) => PK?.S).sort();
  };

  let runs = 0;
  const look: FaultedPipeline['look'] = async (executionArn) => {
    const { status, redriveCount, error } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    return { status: status ?? '', redriveCount: redriveCount ?? 0, error: error ?? '' };
  };
  const ask: FaultedPipeline['ask'] = ({ request }) => prepare(request);

  return {
    ...faulted,
    s3,
    prepareRun: async () => {
      faulted.proxy.arm();
      const seed = ++runs;
      const undisturbed = { asOf, seed, idempotencyKey: `undisturbed-${seed}`, triggerTraining: false };
      expect((await prepare(undisturbed)).statusCode).toBe(202);
      await aws.settled();
      const { statusCode, body } = await prepare(undisturbed);
      expect(statusCode, JSON.stringify(body)).toBe(200);
      return {
        request: { asOf, seed, idempotencyKey: `run-${seed}` },
        rows: await rowsUnder(body['timestamp']),
        objectsBefore: new Set(await keysIn(models, 'training/')),
        jobsBefore: new Set(await jobNames()),
      };
    },
    ask,
    runOnce: async (run) => {
      const { statusCode, body } = await ask(run);
      expect(statusCode, JSON.stringify(body)).toBe(202);
      await aws.settled();
      return String(body['executionArn']);
    },
    redrive: async (executionArn) => {
      await sfn.send(new RedriveExecutionCommand({ executionArn }));
      await aws.settled();
    },
    look,
    expectOneDataset: async (run, what) => {
      const { statusCode, body } = await ask(run);
      expect(statusCode, `${what}: ${JSON.stringify(body)}`).toBe(200);
      const timestamp = String(body['timestamp']);
      const manifestKey = `training/manifest_${timestamp}.json`;
      const manifest = DatasetManifest.parse(JSON.parse(await read(models, manifestKey)));
      for (const { path, sha256 } of manifest.files) {
        const digest = createHash('sha256')
          .update(await read(models, path))
          .digest('hex');
        expect(digest, `${what}: ${path}`).toBe(sha256);
      }
      const made = (await keysIn(models, 'training/')).filter((key) => !run.objectsBefore.has(key));
      expect(made.sort(), what).toEqual([manifestKey, ...manifest.files.map(({ path }) => path)].sort());
      expect(await rowsUnder(timestamp), what).toEqual(run.rows);
      expect(await lineageOf(timestamp), what).toEqual(twelvePeopleIds);
      const started = (await jobNames()).filter((name) => !run.jobsBefore.has(name));
      expect(started, what).toEqual([body['trainingJobName']]);
      for (const key of await keysIn(workBucket, `runs/${timestamp}/`)) {
        expect(await read(workBucket, key), `${what}: ${key}`).not.toContain('person-');
      }
    },
  };
};

const twelvePeopleIds = [...new Set(twelvePeople().map(({ PK }) => PK))].sort();
