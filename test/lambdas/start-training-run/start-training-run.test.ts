import { describe, expect, it } from 'vitest';
import {
  readTrainingRun,
  TrainingRunNotFoundError,
} from '../../../lambdas/serve-data-preparation/training/read-training-run.ts';
import { makeStartRun } from '../../../lambdas/serve-data-preparation/training/start-run.ts';
import type { DatasetRun } from '../../../lambdas/shared/ports/dataset-runs.ts';
import type { TrainingRun, TrainingRuns } from '../../../lambdas/shared/ports/training-runs.ts';
import { makeStartTrainingRun } from '../../../lambdas/start-training-run/start-training-run.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const memoryRuns = (): TrainingRuns => {
  const kept = new Map<string, TrainingRun>();
  return {
    create: async (run) => {
      if (kept.has(run.runId)) return false;
      kept.set(run.runId, { ...run, state: 'queued' });
      return true;
    },
    find: async (runId) => kept.get(runId),
    record: async (runId, outcome) => {
      const run = kept.get(runId);
      if (run !== undefined) kept.set(runId, { ...run, ...outcome });
    },
  };
};

const asked = { runId: 'mine', parameters: '{"days":30}' };
const clock = { now: () => Date.UTC(2026, 10, 21) };

const worked = async (answer: { readonly statusCode: number; readonly body: unknown }) => {
  const runs = memoryRuns();
  const requests: unknown[] = [];
  await runs.create({ ...asked, requestedAt: '2026-11-21T00:00:00.000Z' });
  const start = makeStartTrainingRun({
    runs,
    prepare: async (request) => {
      requests.push(request);
      return answer;
    },
    telemetry: recordingTelemetry().telemetry,
  });
  const ended = await start({ runId: 'mine' }).catch((error: unknown) => error);
  return { runs, requests, ended };
};

describe('a training run', () => {
  it('asks prepareTrainingData under its own id, and keeps the job that came of it', async () => {
    const prepared = { timestamp: '20261121_000000', trainingJobName: 'job-1' };
    const { runs, requests } = await worked({ statusCode: 200, body: prepared });
    expect(requests).toEqual([{ days: 30, idempotencyKey: 'mine' }]);
    expect(await runs.find('mine')).toMatchObject({ state: 'training', trainingJobName: 'job-1' });
  });

  it.each([
    ['no training was wanted', { statusCode: 200, body: { timestamp: 't' } }, { state: 'prepared' }],
    ['the pipeline took it', { statusCode: 202, body: {} }, { state: 'preparing' }],
    [
      'too few people',
      { statusCode: 400, body: { error: { code: 'insufficient-users' } } },
      { state: 'failed', failureCode: 'insufficient-users' },
    ],
    [
      'training could not be started',
      { statusCode: 200, body: { timestamp: 't', trainingError: { code: 'training-failed-to-start' } } },
      { state: 'failed', failureCode: 'training-failed-to-start' },
    ],
  ])('says so when %s', async (_name, answer, state) => {
    const { runs } = await worked(answer);
    expect(await runs.find('mine')).toMatchObject(state);
  });

  it('is delivered again when the failure is ours', async () => {
    const { ended } = await worked({ statusCode: 500, body: { error: { code: 'internal' } } });
    expect(ended).toBeInstanceOf(Error);
  });

  it('is launched once, and again only while nobody has taken it up', async () => {
    const runs = memoryRuns();
    const launched: string[] = [];
    let reachable = false;
    const startTraining = makeStartRun({
      runs,
      clock,
      launch: async (runId) => {
        if (!reachable) throw new Error('not reachable');
        launched.push(runId);
      },
    });
    await expect(startTraining(asked)).rejects.toThrow('not reachable');
    reachable = true;
    await startTraining(asked);
    await runs.record('mine', { state: 'preparing' });
    await startTraining(asked);
    expect(launched).toEqual(['mine']);
  });
});

describe('reading a training run', () => {
  const readWith = async (dataset: DatasetRun | undefined, jobStatus?: string) => {
    const runs = memoryRuns();
    await runs.create({ ...asked, requestedAt: '2026-11-21T00:00:00.000Z' });
    await runs.record('mine', { state: 'preparing' });
    const jobs = {
      find: async (jobName: string) => (jobStatus === undefined ? undefined : { jobName, status: jobStatus }),
      list: async () => [],
    };
    return readTrainingRun({ runs, jobs, datasets: { find: async () => dataset } }, 'mine');
  };
  const dataset = (trainingJobName?: string): DatasetRun => ({
    runId: 'dataset#1',
    requestHash: '',
    startedAt: 0,
    timestamp: '20261121_000000',
    supersededTimestamps: [],
    state: 'complete',
    answer: '{}',
    ...(trainingJobName !== undefined && { trainingJobName }),
  });

  it('follows a pipeline through its dataset to its job', async () => {
    expect(await readWith(undefined)).toMatchObject({ state: 'preparing' });
    expect(await readWith(dataset())).toMatchObject({
      state: 'preparing',
      datasetTimestamp: '20261121_000000',
    });
    expect(await readWith(dataset('job-1'), 'InProgress')).toMatchObject({ state: 'training' });
    expect(await readWith(dataset('job-1'), 'Completed')).toMatchObject({ state: 'completed' });
    expect(await readWith(dataset('job-1'), 'Failed')).toMatchObject({ state: 'failed' });
  });

  it('of an unknown id is refused', async () => {
    const runs = memoryRuns();
    const jobs = { find: async () => undefined, list: async () => [] };
    const reading = readTrainingRun({ runs, jobs, datasets: { find: async () => undefined } }, 'other');
    await expect(reading).rejects.toThrow(TrainingRunNotFoundError);
  });
});
