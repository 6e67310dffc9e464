import { describe, expect, it } from 'vitest';
import { makePrepareTrainingData } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';
import { DatasetManifest } from '../../../ml/datasets/dataset-manifest.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { type FakeWorld, makeFakeWorld } from '../support/fake-world.ts';
import { calm, crisis, type Person, people, silent, twelve } from '../support/journals.ts';

const prepare = (world: FakeWorld, request: object = {}, deps: Partial<FakeWorld['deps']> = {}) =>
  makePrepareTrainingData({ ...world.deps, ...deps })(
    parsePrepareTrainingDataRequest(request),
    'invocation-1',
  ).then(datasetOf);

const manifestIn = (world: FakeWorld) =>
  [...world.objects]
    .filter(([key]) => key.includes('manifest'))
    .map(([, text]) => DatasetManifest.parse(JSON.parse(text)));

describe('a prepared dataset', () => {
  it('is answered with the counts of the rows after balancing', async () => {
    const world = makeFakeWorld(twelve());
    const answer = await prepare(world);
    // 12 persons × 0.2 = 2.4 → 2 to validate, one of each class; train 7 calm, 3 in crisis → 7 + 7.
    expect(answer).toEqual({
      success: true,
      trainPath: 's3://bucket/training/train_20250620_120000.csv',
      validationPath: 's3://bucket/training/validation_20250620_120000.csv',
      totalSamples: 16,
      trainSamples: 14,
      validationSamples: 2,
      trainPositiveClass: 7,
      trainNegativeClass: 7,
      valPositiveClass: 1,
      valNegativeClass: 1,
      timestamp: '20250620_120000',
      manifestPath: 's3://bucket/training/manifest_20250620_120000.json',
      usersConsidered: 12,
      usersFailed: 0,
      rowsCensored: 0,
      trainingJobName: 'job-1',
    });
  });

  it('has both sides as CSV and JSON lines, and a manifest that names them', async () => {
    const world = makeFakeWorld(twelve());
    await prepare(world);
    const csv = world.objects.get('training/train_20250620_120000.csv') ?? '';
    expect(csv.split('\n')[0]).toMatch(/^sample_id,mood_trend_7day,.*,label$/);
    expect(csv.split('\n')).toHaveLength(1 + 14 + 1);
    expect(world.objects.get('training/train_20250620_120000.jsonl')?.split('\n')).toHaveLength(14 + 1);
    const [manifest] = manifestIn(world);
    expect(manifest?.files.map(({ path, rows }) => [path, rows])).toEqual([
      ['training/train_20250620_120000.csv', 14],
      ['training/train_20250620_120000.jsonl', 14],
      ['training/validation_20250620_120000.csv', 2],
      ['training/validation_20250620_120000.jsonl', 2],
    ]);
    expect(manifest?.labelCounts.any).toEqual({ negative: 8, positive: 4, censored: 0 });
    expect(manifest?.parameters.asOf).toEqual({ endOfLocalDate: '2025-06-11' });
  });

  it('keeps for every person in it which sample they are, and nothing else', async () => {
    const world = makeFakeWorld(twelve());
    await prepare(world);
    expect(world.lineage.size).toBe(12);
    expect(new Set([...world.lineage.values()].map(({ sampleId }) => sampleId)).size).toBe(12);
    expect([...world.lineage.values()].filter(({ side }) => side === 'validation')).toHaveLength(2);
    expect([...world.objects.values()].join('')).not.toContain('user-');
  });

  it('leaves out and counts the opted-out, the silent, the new and those whose profile is wrong', async () => {
    const journals = people([
      ...Array<Person>(8).fill(calm),
      ...Array<Person>(4).fill({ ...crisis, skippedItems: 2 }),
      silent,
      { ...calm, optedOut: true },
      { ...calm, historyDays: 20 },
    ]);
    const world = makeFakeWorld(journals);
    const answer = await prepare(
      world,
      {},
      {
        users: {
          list: async () => ({ userIds: [...journals.keys(), 'erased'], optedOut: 3, unparsableProfiles: 2 }),
        },
      },
    );
    expect(answer).toMatchObject({ usersConsidered: 21, usersFailed: 0, rowsCensored: 1, totalSamples: 16 });
    const [manifest] = manifestIn(world);
    expect(manifest?.exclusions).toEqual({
      rowsCensored: 1,
      rowsOutsideSplitTimes: 0,
      usersFailed: 0,
      usersGone: 1,
      usersNotEligible: 1,
      usersOptedOut: 4,
      usersWithUnparsableProfile: 2,
    });
    expect(manifest?.unparsableItems).toBe(8);
  });

  it('labels by the chosen policy and counts both', async () => {
    const negated = { ...calm, note: 'I am not suicidal' };
    const world = makeFakeWorld(
      people([...Array<Person>(8).fill(calm), ...Array<Person>(3).fill(crisis), negated]),
    );
    await prepare(world, { labelPolicy: 'asserted', balance: 'none' });
    const [manifest] = manifestIn(world);
    expect(manifest?.labelCounts).toEqual({
      any: { negative: 8, positive: 4, censored: 0 },
      asserted: { negative: 9, positive: 3, censored: 0 },
    });
    expect(manifest?.classCounts.train.before.positive).toBe(2);
  });

  it('gives several rows a person under one sample id when several cut-offs are asked for', async () => {
    const world = makeFakeWorld(twelve());
    const answer = await prepare(world, { cutoffsPerUser: 3, minDays: 30, balance: 'none' });
    expect(answer.totalSamples).toBe(36);
    expect(world.lineage.size).toBe(12);
  });

  it('takes an explicit asOf, and refuses one that is not past', async () => {
    const world = makeFakeWorld(twelve());
    await expect(prepare(world, { asOf: '2025-06-20T14:00:00+02:00' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await prepare(world, { asOf: '2025-06-12T01:59:59.999+02:00' });
    expect(manifestIn(world)[0]?.parameters.asOf).toEqual({ instant: '2025-06-11T23:59:59.999Z' });
  });
});

describe('too little data', () => {
  it.each([
    ['no users', [], 'insufficient-users'],
    ['nine users', Array<Person>(9).fill(calm), 'insufficient-users'],
    ['all opted out', Array<Person>(12).fill({ ...calm, optedOut: true }), 'insufficient-users'],
    ['all too new', Array<Person>(12).fill({ ...calm, historyDays: 40 }), 'insufficient-users'],
    ['all censored', Array<Person>(12).fill(silent), 'insufficient-samples'],
    ['one class', Array<Person>(12).fill(calm), 'single-class'],
    ['one person of a class', [...Array<Person>(11).fill(calm), crisis], 'single-class'],
  ])('of kind "%s" is refused and leaves nothing behind', async (_, persons, code) => {
    const world = makeFakeWorld(people(persons));
    await expect(prepare(world)).rejects.toMatchObject({ code });
    expect(world.objects.size).toBe(0);
  });

  it('is told with counts and what to change', async () => {
    const world = makeFakeWorld(people([...Array<Person>(9).fill(calm), { ...calm, historyDays: 20 }]));
    await expect(prepare(world)).rejects.toMatchObject({
      data: { eligibleUsers: 9, usersNotEligible: 1, usersConsidered: 10, minDays: 60 },
      message: expect.stringContaining('Lower minDays'),
    });
  });
});

describe('training', () => {
  it('is not started when it is not wanted', async () => {
    const world = makeFakeWorld(twelve());
    expect(await prepare(world, { triggerTraining: false })).not.toHaveProperty('trainingJobName');
    expect(world.trainingJobs.size).toBe(0);
  });

  it('that cannot be started leaves the dataset standing, and is started by the next invocation', async () => {
    const world = makeFakeWorld(twelve());
    const training = { start: async () => Promise.reject(new Error('throttled')) };
    const answer = await prepare(world, { idempotencyKey: 'k' }, { training });
    expect(answer).toMatchObject({ success: true, trainingError: { code: 'internal' } });
    expect(world.telemetry.counts.get('TrainingTriggerFailures')).toBe(1);
    expect(await prepare(world, { idempotencyKey: 'k' })).toMatchObject({ trainingJobName: 'job-1' });
    expect(manifestIn(world)).toHaveLength(1);
  });
});
