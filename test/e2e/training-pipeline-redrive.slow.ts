import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import type { Fault } from '../support/aws-fault.ts';
import { type FaultedPipeline, pipelineSteps, startFaultedPipeline, workBucket } from './faulted-pipeline.ts';

/** A call of each step, by which it can be made to fail. */
const calls = [
  ['listing people', /^dynamodb Scan EmoCompanion/],
  ['listing shards', /^s3 PUT .*\/shards\.json/],
  ['reading a person', /^dynamodb Query EmoCompanion/],
  ['finishing a shard', /^s3 PUT .*\/index\/000001\.json/],
  ['planning a shard', /^s3 PUT .*\/plan\//],
  ['adding up', /^s3 PUT .*\/summary\.json/],
  ['writing a part', /^s3 PUT .*\/train\/part-000001\.csv/],
  ['recording lineage', /^dynamodb BatchWriteItem/],
  ['finishing a part', /^s3 PUT .*\/written\//],
  ['putting the manifest', /^s3 PUT .*\/manifest_#\.json/],
  ['asking for training', /^lambda POST .*triggerModelTraining/],
  ['starting training', /^sagemaker CreateTrainingJob/],
] as const;

let pipeline: FaultedPipeline;
const fail = (call: RegExp, fault: Fault = 'refused-before') =>
  pipeline.proxy.arm({ fault, hits: (made) => call.test(made) });

describe('a run of the training pipeline', () => {
  beforeAll(async () => {
    pipeline = await startFaultedPipeline();
  });
  afterAll(() => pipeline.close());

  it('that fails at every step in turn, redriven each time, ends with one dataset and one training job', async () => {
    const run = await pipeline.prepareRun();
    let executionArn = '';
    for (const [turn, [step, call]] of calls.entries()) {
      fail(call);
      if (turn === 0) executionArn = await pipeline.runOnce(run);
      else await pipeline.redrive(executionArn);
      expect(await pipeline.look(executionArn), step).toMatchObject({ status: 'FAILED', redriveCount: turn });
      expect(pipeline.proxy.calls.filter((made) => call.test(made)).length, step).toBeGreaterThan(0);
    }
    pipeline.proxy.arm();
    await pipeline.redrive(executionArn);
    expect(await pipeline.look(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
    await pipeline.expectOneDataset(run, 'every step');
  });

  it.each(
    calls.flatMap(([step, call]) =>
      (['refused-before', 'refused-after'] as const).map((fault) => ({ step, call, fault })),
    ),
  )(
    'that fails at $step ($fault) is redriven to one dataset and one training job',
    async ({ step, call, fault }) => {
      const run = await pipeline.prepareRun();
      fail(call, fault);
      const executionArn = await pipeline.runOnce(run);
      expect(await pipeline.look(executionArn), step).toMatchObject({ status: 'FAILED' });
      pipeline.proxy.arm();
      await pipeline.redrive(executionArn);
      expect(await pipeline.look(executionArn), step).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
      await pipeline.expectOneDataset(run, `${step} ${fault}`);
    },
  );

  it.each([
    ['users', /^s3 GET .*\/users\//],
    ['features', /^s3 GET .*\/features\//],
    ['plan', /^s3 GET .*\/plan\//],
    ['written', /^s3 GET .*\/written\//],
  ])(
    'that has lost a file of %s fails again when redriven, goes on once the file is back, or is made anew by the door',
    async (folder, call) => {
      for (const isBroughtBack of [true, false]) {
        const run = await pipeline.prepareRun();
        const before = new Set(await workKeys());
        fail(call);
        const executionArn = await pipeline.runOnce(run);
        pipeline.proxy.arm();
        const Key = (await workKeys()).find((key) => !before.has(key) && key.includes(`/${folder}/000001`))!;
        const object = { Bucket: workBucket, Key };
        const { Body } = await pipeline.s3.send(new GetObjectCommand(object));
        const text = await Body!.transformToString();
        await pipeline.s3.send(new DeleteObjectCommand(object));
        await pipeline.redrive(executionArn);
        expect(await pipeline.look(executionArn)).toMatchObject({ status: 'FAILED', redriveCount: 1 });
        if (isBroughtBack) {
          await pipeline.s3.send(new PutObjectCommand({ ...object, Body: text }));
          await pipeline.redrive(executionArn);
          expect(await pipeline.look(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 2 });
        } else {
          const next = await pipeline.runOnce(run);
          expect(next).toBe(`${executionArn}-2`);
          expect(await pipeline.look(next)).toMatchObject({ status: 'SUCCEEDED' });
        }
        await pipeline.expectOneDataset(run, folder);
      }
    },
  );

  it('that was overtaken by a fresh attempt makes nothing more when it is redriven after all', async () => {
    for (const call of [calls[2][1], calls[5][1], calls[6][1]]) {
      const run = await pipeline.prepareRun();
      fail(call);
      const first = await pipeline.runOnce(run);
      expect(await pipeline.look(first)).toMatchObject({ status: 'FAILED' });
      pipeline.proxy.arm();
      const second = await pipeline.runOnce(run);
      expect(await pipeline.look(second)).toMatchObject({ status: 'SUCCEEDED' });
      const { body } = await pipeline.ask(run);
      await pipeline.redrive(first);
      expect((await pipeline.ask(run)).body).toEqual(body);
      await pipeline.expectOneDataset(run, call.source);
    }
  });

  it('asked for many times at once is one execution', async () => {
    const run = await pipeline.prepareRun();
    const answers = await Promise.all(Array.from({ length: 4 }, () => pipeline.ask(run)));
    expect(new Set(answers.map(({ body }) => body['executionArn'])).size).toBe(1);
    await pipeline.aws.settled();
    await pipeline.expectOneDataset(run, 'asked at once');
  });

  it('of which two executions are under way at once ends with one dataset and one training job', async () => {
    const run = await pipeline.prepareRun();
    const sfn = new SFNClient(pipeline.aws.client);
    const { body } = await pipeline.ask(run);
    const executionArn = String(body['executionArn']);
    const { input, stateMachineArn } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: 'beside-it', input }));
    await pipeline.aws.settled();
    const one = await pipeline.look(executionArn);
    const other = await pipeline.look(executionArn.replace(/[^:]+$/, 'beside-it'));
    expect([one.status, other.status]).toContain('SUCCEEDED');
    await pipeline.expectOneDataset(run, 'two executions');
  });

  it('over tables that throttle a quarter of all calls loses nobody', async () => {
    const run = await pipeline.prepareRun();
    const random = seededRandom('throttled tables');
    let throttled = 0;
    pipeline.proxy.arm({
      fault: 'throttled',
      hits: (made) => {
        const isHit = made.startsWith('dynamodb') && random.bernoulli(0.25);
        if (isHit) throttled += 1;
        return isHit;
      },
    });
    const executionArn = await pipeline.runOnce(run);
    expect(throttled).toBeGreaterThan(5);
    pipeline.proxy.arm();
    expect(await pipeline.look(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 0 });
    await pipeline.expectOneDataset(run, 'throttled');
  });

  const workKeys = async () => {
    const { Contents = [] } = await pipeline.s3.send(new ListObjectsV2Command({ Bucket: workBucket }));
    return Contents.map(({ Key }) => Key!);
  };
});

describe('children that are killed before and after their work', () => {
  let deaths: string;
  let dying: FaultedPipeline;
  beforeAll(async () => {
    deaths = await mkdtemp(path.join(tmpdir(), 'wellcast-deaths-'));
    dying = await startFaultedPipeline(({ functions }) => {
      const mortal = (spec: FunctionSpec): FunctionSpec => ({
        ...spec,
        entry: 'test/local/handlers/dying-step.ts',
        environment: { ...spec.environment, DEATHS: deaths },
      });
      return {
        functions: {
          ...functions,
          ...Object.fromEntries(pipelineSteps.map((id) => [id, mortal(functions[id])])),
        },
      };
    });
  });
  afterAll(async () => {
    await dying.close();
    await rm(deaths, { recursive: true, force: true });
  });

  it('are done again, and the run ends with one dataset and one training job', async () => {
    for (let round = 0; round < 2; round++) {
      const run = await dying.prepareRun();
      const executionArn = await dying.runOnce(run);
      expect(await dying.look(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
      await dying.expectOneDataset(run, `round ${round}`);
    }
    expect((await readdir(deaths)).length).toBeGreaterThan(5);
  });
});
