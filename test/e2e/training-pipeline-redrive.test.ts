import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FaultedPipeline, startFaultedPipeline } from './faulted-pipeline.ts';

let pipeline: FaultedPipeline;
beforeAll(async () => {
  pipeline = await startFaultedPipeline();
});
afterAll(() => pipeline.close());

// The slow suite has every step fail, files lost, tables throttled and children killed.
it('a run of the training pipeline that fails and is redriven ends with the rows of an undisturbed one, one manifest and one training job', async () => {
  const run = await pipeline.prepareRun();
  const calls = [/^dynamodb Query EmoCompanion/, /^dynamodb BatchWriteItem/, /^sagemaker CreateTrainingJob/];
  let executionArn = '';
  for (const [turn, call] of calls.entries()) {
    pipeline.proxy.arm({ fault: 'refused-before', hits: (made) => call.test(made) });
    if (turn === 0) executionArn = await pipeline.runOnce(run);
    else await pipeline.redrive(executionArn);
    expect(await pipeline.look(executionArn)).toMatchObject({ status: 'FAILED', redriveCount: turn });
  }
  pipeline.proxy.arm();
  await pipeline.redrive(executionArn);
  expect(await pipeline.look(executionArn)).toMatchObject({ status: 'SUCCEEDED' });
  await pipeline.expectOneDataset(run, 'redriven');
}, 120_000);
