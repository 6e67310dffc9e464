import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatasetReader } from '../../../lambdas/shared/ports/dataset-reader.ts';
import type { StartedJob } from '../../../lambdas/shared/ports/training-job-rows.ts';
import { parseTriggerModelTrainingRequest } from '../../../lambdas/trigger-model-training/schema.ts';
import { makeTriggerModelTraining } from '../../../lambdas/trigger-model-training/trigger-model-training.ts';
import { rowsDigest } from '../../../ml/datasets/rows-digest.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { fakeTraining } from '../support/fake-training.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const trainPath = 's3://models/training/train_20250101_000000.csv';
const validationPath = 's3://models/training/validation_20250101_000000.csv';
const paths = { trainPath, validationPath };
const files = new Map([
  [trainPath, ['sample_id,a,label\n', 's1,1,0\n', 's2,2,1\n']],
  [validationPath, ['sample_id,a,label\n', 's3,3,0\n']],
]);

const setUp = (texts: Record<string, string> = {}) => {
  const training = fakeTraining();
  const rows: StartedJob[] = [];
  const datasets: DatasetReader = {
    readText: async (path) => texts[path] ?? '',
    readLines: async function* (path) {
      yield* files.get(path) ?? ['header\n', `${path}\n`];
    },
  };
  const { telemetry, counts } = recordingTelemetry();
  const trigger = makeTriggerModelTraining({
    datasets,
    training: training.service,
    rows: {
      recordStart: async (job) => {
        rows.push(job);
      },
      recordState: async () => true,
      claimAlert: async () => 'claimed',
      markAlertSent: async () => {},
      releaseAlert: async () => {},
    },
    clock: fakeClock().clock,
    telemetry,
    bucket: 'models',
    namePrefix: 'mindmate',
  });
  return {
    run: (request: unknown) => trigger(parseTriggerModelTrainingRequest(request)),
    training,
    rows,
    counts,
  };
};

const digestOfFiles = () => {
  const digest = rowsDigest();
  for (const line of ['s3,3,0\n', 's1,1,0\n', 's2,2,1\n']) digest.add(line);
  return digest.digest();
};

describe('triggering training', () => {
  it('starts a job named after the rows, and keeps a row of it', async () => {
    const { run, training, rows } = setUp();
    const answer = await run(paths);
    expect(answer.jobName).toMatch(/^mindmate-crisis-[0-9a-f]{16}$/);
    expect(answer).toMatchObject({ status: 'InProgress', started: true });
    expect(training.jobs.get(answer.jobName)?.spec).toEqual({
      jobName: answer.jobName,
      ...paths,
      hyperParameters: { rows_sha256: digestOfFiles() },
    });
    expect(rows).toMatchObject([{ jobName: answer.jobName, rowsSha256: digestOfFiles(), ...paths }]);
  });

  it('again, at once or a day later, answers the same job and starts nothing', async () => {
    const { run, training, counts } = setUp();
    const first = await run(paths);
    expect(await run(paths)).toEqual({ ...first, started: false });
    training.end(first.jobName, 'Completed');
    expect(await run(paths)).toEqual({ ...first, started: false, status: 'Completed' });
    expect(counts.get('TrainingJobsStarted')).toBe(1);
  });

  it('several times at once starts one job, whatever the order of calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = setUp();
        const { start, describe: look } = world.training.service;
        const slow = async <T>(call: () => Promise<T>) => {
          await scheduler.schedule(Promise.resolve());
          return call();
        };
        Object.assign(world.training.service, {
          start: (spec: Parameters<typeof start>[0]) => slow(() => start(spec)),
          describe: (name: string) => slow(() => look(name)),
        });
        const answers = Promise.all([world.run(paths), world.run(paths), world.run(paths)]);
        await scheduler.waitFor(answers);
        expect((await answers).filter(({ started }) => started)).toHaveLength(1);
        expect(world.training.jobs.size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it.each(['Failed', 'Stopped', 'Stopping'] as const)(
    'after a %s job starts the next one, under a suffix',
    async (status) => {
      const { run, training } = setUp();
      const { jobName } = await run(paths);
      training.end(jobName, status);
      expect(await run(paths)).toMatchObject({ jobName: `${jobName}-2`, started: true });
      expect(await run(paths)).toMatchObject({ jobName: `${jobName}-2`, started: false });
      training.end(`${jobName}-2`, status);
      expect(await run(paths)).toMatchObject({ jobName: `${jobName}-3`, started: true });
    },
  );

  it('with other hyper-parameters is another job', async () => {
    const { run } = setUp();
    const one = await run({ ...paths, hyperParameters: { seed: 1 } });
    const other = await run({ ...paths, hyperParameters: { seed: 2 } });
    expect(other.jobName).not.toBe(one.jobName);
    expect(await run({ ...paths, hyperParameters: { seed: '1' } })).toMatchObject({
      jobName: one.jobName,
      started: false,
    });
  });

  it('takes the digest from a manifest of these files, and ignores one of others', async () => {
    const manifestPath = 's3://models/training/manifest_20250101_000000.json';
    const file = (path: string) => ({ path, sha256: 'a'.repeat(64), bytes: 1, rows: 1 });
    const classes = { before: { negative: 1, positive: 1 }, after: { negative: 1, positive: 1 } };
    const labels = { negative: 1, positive: 1, censored: 0 };
    const manifest = (keys: readonly string[]) =>
      JSON.stringify({
        schemaVersion: 1,
        timestamp: '20250101_000000',
        files: keys.map(file),
        rowsSha256: 'b'.repeat(64),
        classCounts: { train: classes, validation: classes },
        exclusions: {},
        labelCounts: { any: labels, asserted: labels },
        unparsableItems: 0,
        parameters: {
          minDays: 60,
          validationSplit: 0.2,
          days: 30,
          asOf: { endOfLocalDate: '2024-12-20' },
          cutoffsPerUser: 1,
          cutoffStrideDays: 7,
          labelPolicy: 'any',
          splitBy: 'user',
          balance: 'both',
          seed: 1,
          maxFailedUserFraction: 0.1,
        },
        featureSchemaVersion: 1,
        featureNames: ['a'],
      });
    const keys = [trainPath, validationPath].map((path) => path.slice('s3://models/'.length));
    for (const [text, expected] of [
      [manifest(keys), 'b'.repeat(64)],
      [manifest(['training/other.csv']), digestOfFiles()],
      ['not JSON', digestOfFiles()],
    ] as const) {
      const { run, rows } = setUp({ [manifestPath]: text });
      await run({ ...paths, manifestPath });
      expect(rows[0]).toMatchObject({ rowsSha256: expected, manifestPath });
    }
    const folders = {
      trainPath: 's3://models/training/20250101_000000/train/',
      validationPath: 's3://models/training/20250101_000000/validation/',
    };
    const parts = ['train/part-000000.csv', 'train/part-000001.csv', 'validation/part-000001.csv'];
    const text = manifest(parts.map((part) => `training/20250101_000000/${part}`));
    const { run, rows, training } = setUp({ [manifestPath]: text });
    const { jobName } = await run({ ...folders, manifestPath });
    expect(rows[0]).toMatchObject({ rowsSha256: 'b'.repeat(64), ...folders });
    expect(training.jobs.get(jobName)?.spec).toMatchObject(folders);
  });

  it('under a name of one’s own makes it legal, ours and unique', async () => {
    const { run, training } = setUp();
    const odd = await run({ ...paths, jobName: 'My_job' });
    expect(odd.jobName).toMatch(/^mindmate-My-job-[0-9a-f]{10}$/);
    const long = await run({ ...paths, jobName: 'x'.repeat(80) });
    expect(long.jobName).toHaveLength(63);
    expect(await run({ ...paths, jobName: 'mindmate-mine' })).toMatchObject({
      jobName: 'mindmate-mine',
      started: true,
    });
    expect(await run({ ...paths, jobName: 'mine' })).toMatchObject({
      jobName: 'mindmate-mine',
      started: false,
    });
    const other = { trainPath: 's3://models/training/other.csv', validationPath };
    expect(await run({ ...other, jobName: 'mine' })).toMatchObject({
      jobName: 'mindmate-mine-2',
      started: true,
    });
    expect(training.jobs.size).toBe(4);
  });

  it('gives up by name when every name is taken by other trainings', async () => {
    const { run, training } = setUp();
    training.service.start = async () => undefined;
    await expect(run(paths)).rejects.toMatchObject({ code: 'job-name-conflict' });
  });
});

describe('a request to train', () => {
  it.each([
    [{}, 'trainPath must be'],
    [{ ...paths, trainPath: '/tmp/x.csv' }, 'trainPath must be a path such as'],
    [{ ...paths, epochs: 3 }, 'epochs must be left out'],
    [
      { ...paths, hyperParameters: { Seed: 1 } },
      'hyperParameters.Seed must be an object of texts and numbers',
    ],
    [{ ...paths, hyperParameters: { seed: true } }, 'hyperParameters.seed must be'],
    [{ ...paths, jobName: '' }, 'jobName must be a text of 1 to 200'],
  ])('%j is refused', (request, message) => {
    expect(() => parseTriggerModelTrainingRequest(request)).toThrow(message);
  });

  it('for files outside the bucket’s training folder is refused', async () => {
    const { run } = setUp();
    await expect(run({ ...paths, trainPath: 's3://other/training/x.csv' })).rejects.toMatchObject({
      code: 'invalid-request',
      data: { problems: [{ field: 'trainPath', allowed: 'a path under s3://models/training/' }] },
    });
  });
});
