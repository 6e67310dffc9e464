import { describe, expect, it } from 'vitest';
import { makePrepareTrainingData } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';
import { lexiconAnalyser } from '../../../lambdas/shared/adapters/lexicon-analyser.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { type FakeCall, type FakePipelineOptions, runFakePipeline } from '../support/fake-pipeline.ts';
import { type FakeWorld, makeFakeWorld } from '../support/fake-world.ts';
import { twelve } from '../support/journals.ts';

const how: FakePipelineOptions = { usersPerShard: 5, concurrency: 2 };
const ask = (world: FakeWorld, more: object = {}) =>
  makePrepareTrainingData({ ...world.deps, directModeMaxUsers: 0 })(
    parsePrepareTrainingDataRequest({ idempotencyKey: 'mine', maxFailedUserFraction: 0, ...more }),
    'id',
  );

/** Asks until an execution is under way, and runs that to its end, as Step Functions would. */
const runOnce = async (world: FakeWorld, options: Partial<FakePipelineOptions> = {}) => {
  const started = await ask(world);
  if (!('executionName' in started)) throw new Error('there is a dataset already');
  const name = started.executionName;
  const execution = world.executions.get(name)!;
  const end = (status: 'succeeded' | 'failed') => world.executions.set(name, { ...execution, status });
  try {
    const output = await runFakePipeline(world, execution.input, { ...how, ...options });
    end('succeeded');
    return output;
  } catch (error) {
    end('failed');
    throw error;
  }
};

const rowsOf = (world: FakeWorld) =>
  [...world.objects]
    .filter(([key]) => key.endsWith('.csv'))
    .flatMap(([key, text]) =>
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((row) => `${key.split('/')[2]} ${row}`),
    )
    .sort();

const undisturbedRows = async (): Promise<readonly string[]> => {
  const world = makeFakeWorld(twelve());
  await runOnce(world);
  return rowsOf(world);
};

/** One manifest, one finished run, one job, the rows of an undisturbed run, and nobody's id left lying. */
const expectOneDataset = async (world: FakeWorld) => {
  const answer = datasetOf(await ask(world));
  const manifests = [...world.objects.keys()].filter((key) => key.includes('manifest'));
  expect(manifests).toEqual([`training/manifest_${answer.timestamp}.json`]);
  expect([...world.runs.values()].map(({ state }) => state)).toEqual(['complete']);
  expect(world.trainingJobs.size).toBe(1);
  expect(rowsOf(world)).toEqual(await undisturbedRows());
  expect(world.lineage.size).toBe(12);
  expect([...world.lineage.keys()].every((key) => key.endsWith(answer.timestamp))).toBe(true);
  expect([...world.workFiles.values()].join('')).not.toContain('user-');
};

class Killed extends Error {
  override readonly name = 'Runtime.ExitError';
}

/** Kills each call some times, before or after its work; who and how often follows from the call itself. */
const killing = (times: number) => {
  const deaths = new Map<string, number>();
  return ({ functionId, payload, when }: FakeCall) => {
    const call = functionId + payload;
    const done = deaths.get(call) ?? 0;
    const turn = (call.length + done) % 2 === 0 ? 'before' : 'after';
    if (when !== turn || done >= call.length % (times + 1)) return;
    deaths.set(call, done + 1);
    throw new Killed();
  };
};

describe('a run of the pipeline', () => {
  it('whose functions are killed before and after their work makes one dataset and one job', async () => {
    for (const times of [1, 2, 3, 4]) {
      const world = makeFakeWorld(twelve());
      await runOnce(world, { disturb: killing(times) });
      await expectOneDataset(world);
    }
  });

  it('throttled by the table loses nobody: the shard is done again', async () => {
    const world = makeFakeWorld(twelve());
    let reads = 0;
    const { read } = world.deps.journals;
    const journals: typeof world.deps.journals = {
      read: async (userId, part) => {
        reads += 1;
        if (reads % 7 === 0) {
          throw Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });
        }
        return read(userId, part);
      },
    };
    await runOnce({ ...world, deps: { ...world.deps, journals } });
    expect(reads).toBeGreaterThan(12);
    await expectOneDataset(world);
  });

  it('refused by the table, whoever is asked for, counts nobody as failed: the shard is done again', async () => {
    const world = makeFakeWorld(twelve());
    const { read } = world.deps.journals;
    const isAllowed = { now: false };
    const journals: typeof world.deps.journals = {
      read: async (userId, part) => {
        if (isAllowed.now) return read(userId, part);
        throw Object.assign(new Error('not authorised'), { name: 'AccessDeniedException', $metadata: {} });
      },
    };
    const refused = { ...world, deps: { ...world.deps, journals } };
    await expect(runOnce(refused)).rejects.toThrow('States.ExceedToleratedFailureThreshold');
    isAllowed.now = true;
    await runOnce(refused);
    await expectOneDataset(world);
  });

  it('whose sentiment service is throttled counts nobody as failed either', async () => {
    const world = makeFakeWorld(twelve());
    let calls = 0;
    const sentiment: typeof lexiconAnalyser = {
      score: async (texts) => {
        calls += 1;
        if (calls <= 4) {
          throw Object.assign(new Error('slow down'), { name: 'ThrottlingException', $metadata: {} });
        }
        return lexiconAnalyser.score(texts);
      },
    };
    await runOnce({ ...world, deps: Object.assign({}, world.deps, { sentiment }) });
    expect(calls).toBeGreaterThan(12);
    await expectOneDataset(world);
  });

  it.each(['users', 'features', 'plan', 'written'])(
    'that has lost a file of %s fails, and the next one makes the dataset and clears up',
    async (lost) => {
      const world = makeFakeWorld(twelve());
      const before = { users: 'extract', features: 'write', plan: 'write', written: 'complete' }[lost]!;
      const lose = ({ functionId }: FakeCall) => {
        if (!functionId.startsWith(before)) return;
        for (const key of world.workFiles.keys())
          if (key.includes(`/${lost}/000001`)) world.workFiles.delete(key);
      };
      await expect(runOnce(world, { disturb: lose })).rejects.toThrow('work-file-lost');
      await runOnce(world);
      expect([...world.executions.keys()].map((name) => name.replace(/^key-[0-9a-f]{32}/, 'key'))).toEqual([
        'key',
        'key-2',
      ]);
      await expectOneDataset(world);
    },
  );

  it('fails with the counts when more people cannot be read than is allowed', async () => {
    const world = makeFakeWorld(twelve());
    const { read } = world.deps.journals;
    const journals: typeof world.deps.journals = {
      read: async (userId, part) => {
        if (userId === 'user-03') throw new TypeError('poison');
        return read(userId, part);
      },
    };
    const poisoned = { ...world, deps: { ...world.deps, journals } };
    await expect(runOnce(poisoned)).rejects.toThrow('too-many-failures: 1 of 12 users failed');
    const answer = ask(poisoned, { idempotencyKey: 'other', maxFailedUserFraction: 0.1 });
    const started = await answer;
    if (!('executionName' in started)) throw new Error('nothing was started');
    const { input } = world.executions.get(started.executionName)!;
    expect(await runFakePipeline(poisoned, input, how)).toMatchObject({
      usersConsidered: 12,
      usersFailed: 1,
    });
  });
});

describe('a shard whose function dies every time', () => {
  const hopeless = ({ functionId, payload }: FakeCall) => {
    if (functionId === 'extractTrainingShard' && payload.includes('"000002"')) throw new Killed();
  };

  it('fails the run, unless some are tolerated: then its people count as failed', async () => {
    const world = makeFakeWorld(twelve());
    await expect(runOnce(world, { disturb: hopeless })).rejects.toThrow(
      'States.ExceedToleratedFailureThreshold',
    );
    // Shards of five hold 5, 5 and 2 people; a third of the shards may fail, and none of the people.
    const tolerant = { disturb: hopeless, toleratedShardFailurePercent: 34 };
    await expect(runOnce(world, tolerant)).rejects.toThrow('too-many-failures: 2 of 12 users failed');

    const started = await ask(world, { idempotencyKey: 'lenient', maxFailedUserFraction: 0.2 });
    if (!('executionName' in started)) throw new Error('nothing was started');
    const { input } = world.executions.get(started.executionName)!;
    expect(await runFakePipeline(world, input, { ...how, ...tolerant })).toMatchObject({
      usersConsidered: 12,
      usersFailed: 2,
    });
  });
});

describe('two at once', () => {
  it('with the same request are one execution', async () => {
    const world = makeFakeWorld(twelve());
    const [one, other] = await Promise.all([ask(world), ask(world)]);
    expect(one).toEqual(other);
    expect(world.executions.size).toBe(1);
  });

  it('with other parameters under the same key are a conflict', async () => {
    const world = makeFakeWorld(twelve());
    await ask(world);
    await expect(ask(world, { seed: 2 })).rejects.toMatchObject({ code: 'idempotency-conflict' });
  });

  it('of which one overtakes the other end with one dataset and one job', async () => {
    const world = makeFakeWorld(twelve());
    const started = await ask(world);
    if (!('executionName' in started)) throw new Error('nothing was started');
    const { input } = world.executions.get(started.executionName)!;
    let overtaken = false;
    const overtake = async ({ functionId }: FakeCall) => {
      if (functionId !== 'completeTrainingDataset' || overtaken) return;
      overtaken = true;
      await runFakePipeline(world, input, how);
    };
    const slow = await runFakePipeline(world, input, { ...how, disturb: overtake });
    expect(slow).toEqual(await ask(world));
    await expectOneDataset(world);
  });
});
