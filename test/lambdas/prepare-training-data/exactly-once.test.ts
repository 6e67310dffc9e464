import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePrepareTrainingData } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';
import { DatasetManifest } from '../../../ml/datasets/dataset-manifest.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { type FakeWorld, makeFakeWorld } from '../support/fake-world.ts';
import { type Interceptor, interceptPorts } from '../support/intercept-ports.ts';
import { twelve } from '../support/journals.ts';

const hourMs = 3_600_000;
const request = (more: object = {}) =>
  parsePrepareTrainingDataRequest({ idempotencyKey: 'monthly', ...more });
const invoke = (world: FakeWorld, intercept: Interceptor, id = 'invocation') =>
  makePrepareTrainingData(interceptPorts(world.deps, intercept))(request(), id).then(datasetOf);
const undisturbed: Interceptor = (_, call) => call();

const manifestsIn = (world: FakeWorld) =>
  [...world.objects]
    .filter(([key]) => key.includes('/manifest_'))
    .map(([, text]) => DatasetManifest.parse(JSON.parse(text)));

/** One manifest, its files there, one finished run, one training job. */
const expectOneDataset = (world: FakeWorld, timestamp: string): void => {
  const manifests = manifestsIn(world);
  expect(manifests.map((manifest) => manifest.timestamp)).toEqual([timestamp]);
  for (const { path } of manifests[0]?.files ?? []) expect(world.objects.has(path)).toBe(true);
  expect([...world.runs.values()].map(({ state }) => state)).toEqual(['complete']);
  expect(world.trainingJobs.size).toBe(1);
  expect([...world.lineage.keys()].filter((key) => key.endsWith(timestamp)).length).toBeGreaterThanOrEqual(
    11,
  );
};

type Fault = 'error-before' | 'error-after' | 'death-before' | 'death-after';

/** Makes the n-th call of any port fail, before or after its effect; after a death every later call fails too. */
const faultAt = (n: number, fault: Fault): Interceptor => {
  let calls = 0;
  return async (_, call) => {
    calls += 1;
    if (calls < n || (calls > n && fault.startsWith('error'))) return call();
    if (calls === n && fault.endsWith('after')) await call();
    throw new Error('injected');
  };
};

describe('a run that fails or dies at any call', () => {
  it.each<Fault>(['error-before', 'error-after', 'death-before', 'death-after'])(
    'by %s is made good by the next invocation: one dataset, one job, one answer',
    async (fault) => {
      const names: string[] = [];
      await invoke(makeFakeWorld(twelve()), (name, call) => {
        names.push(name);
        return call();
      });
      expect(names.length).toBeGreaterThan(25);
      for (let n = 1; n <= names.length; n++) {
        const world = makeFakeWorld(twelve());
        await invoke(world, faultAt(n, fault)).catch(() => undefined);
        world.clock.advance(hourMs);
        const answer = await invoke(world, undisturbed);
        expectOneDataset(world, answer.timestamp);
        expect(await invoke(world, undisturbed)).toEqual(answer);
      }
    },
  );

  it('leaves no files of the attempts that did not win', async () => {
    const world = makeFakeWorld(twelve());
    const dieAtSeal: Interceptor = async (name, call) => {
      if (name === 'runs.seal') throw new Error('killed');
      return call();
    };
    await expect(invoke(world, dieAtSeal)).rejects.toThrow('killed');
    expect(world.objects.size).toBe(4);
    world.clock.advance(hourMs);
    await invoke(world, undisturbed);
    expect(world.objects.size).toBe(5);
    expect(world.lineage.size).toBe(12);
  });

  it('keeps its cut-offs when it is repeated a day later', async () => {
    const world = makeFakeWorld(twelve());
    await expect(invoke(world, faultAt(8, 'death-before'))).rejects.toThrow();
    world.clock.advance(24 * hourMs);
    await invoke(world, undisturbed);
    expect(manifestsIn(world)[0]?.parameters.asOf).toEqual({ endOfLocalDate: '2025-06-11' });
  });

  it('reports what it could not clean up and finishes all the same', async () => {
    const world = makeFakeWorld(twelve());
    await expect(invoke(world, faultAt(20, 'death-before'))).rejects.toThrow();
    const answer = await invoke(world, async (name, call) => {
      if (name === 'store.remove') throw new Error('denied');
      return call();
    });
    expectOneDataset(world, answer.timestamp);
    expect(world.telemetry.lines.some(({ message }) => message.includes('could not be removed'))).toBe(true);
  });
});

describe('two invocations with one key', () => {
  it('interleaved in any way end with one dataset and one job', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const world = makeFakeWorld(twelve());
        const scheduled: Interceptor = async (name, call) => {
          await scheduler.schedule(Promise.resolve(), name);
          return call();
        };
        const both = Promise.allSettled([invoke(world, scheduled, 'a'), invoke(world, scheduled, 'b')]);
        await scheduler.waitFor(both);
        for (const outcome of await both) {
          if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'superseded' });
        }
        const answer = await invoke(world, undisturbed);
        expectOneDataset(world, answer.timestamp);
        for (const outcome of await both) {
          if (outcome.status === 'fulfilled') expect(outcome.value).toEqual(answer);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of which one is overtaken answer with what the winner made', async () => {
    const world = makeFakeWorld(twelve());
    let overtaken = false;
    const slow = await invoke(world, async (name, call) => {
      if (name === 'runs.seal' && !overtaken) {
        overtaken = true;
        await invoke(world, undisturbed, 'fast');
      }
      return call();
    });
    expectOneDataset(world, slow.timestamp);
    expect(slow.timestamp).toBe('20250620_120001');
    expect(world.telemetry.counts.get('AttemptsSuperseded')).toBe(1);
    expect(world.objects.size).toBe(5);
  });

  it('but other parameters are a conflict', async () => {
    const world = makeFakeWorld(twelve());
    await invoke(world, undisturbed);
    const other = makePrepareTrainingData(world.deps)(request({ seed: 2 }), 'other');
    await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict' });
  });
});

describe('invocations without a key', () => {
  it('are the same run only when AWS repeats the same invocation', async () => {
    const world = makeFakeWorld(twelve());
    const run = async (id: string) =>
      datasetOf(await makePrepareTrainingData(world.deps)(parsePrepareTrainingDataRequest({}), id));
    const first = await run('one');
    expect(await run('one')).toEqual(first);
    const second = await run('two');
    expect(second.timestamp).toBe('20250620_120001');
    expect(manifestsIn(world)).toHaveLength(2);
  });

  it('give byte-identical files for the same table, parameters and seed', async () => {
    const world = makeFakeWorld(twelve());
    const run = async (id: string, seed: number) => {
      const parsed = parsePrepareTrainingDataRequest({ seed });
      const { trainPath } = datasetOf(await makePrepareTrainingData(world.deps)(parsed, id));
      return world.objects.get(trainPath.replace('s3://bucket/', ''));
    };
    const first = await run('one', 1);
    expect(await run('two', 1)).toBe(first);
    expect(await run('three', 2)).not.toBe(first);
  });
});
