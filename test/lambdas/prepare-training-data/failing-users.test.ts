import { describe, expect, it } from 'vitest';
import { makePrepareTrainingData } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';
import { BatchFailedError } from '../../../lambdas/shared/ports/feature-extractor.ts';
import { UnparsableProfileError } from '../../../lambdas/shared/user-errors.ts';
import { DatasetManifest } from '../../../ml/datasets/dataset-manifest.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { type FakeWorld, makeFakeWorld } from '../support/fake-world.ts';
import { twelve } from '../support/journals.ts';

const prepare = (world: FakeWorld, request: object = {}, deps: Partial<FakeWorld['deps']> = {}) =>
  makePrepareTrainingData({ ...world.deps, ...deps })(
    parsePrepareTrainingDataRequest(request),
    'invocation-1',
  ).then(datasetOf);

const manifestIn = (world: FakeWorld) =>
  [...world.objects]
    .filter(([key]) => key.includes('manifest'))
    .map(([, text]) => DatasetManifest.parse(JSON.parse(text)));

describe('failing users', () => {
  const oneBad = (bad: string): Pick<FakeWorld['deps'], 'features'> & { calls: number[] } => {
    const calls: number[] = [];
    const world = makeFakeWorld(new Map());
    const extract: FakeWorld['deps']['features']['extract'] = async (pairs, days) => {
      calls.push(pairs.length);
      if (pairs.some(({ userId }) => userId === bad)) throw new BatchFailedError('poisoned');
      return world.deps.features.extract(pairs, days);
    };
    return { features: { extract }, calls };
  };

  it('are isolated by halving the batch, counted and left out', async () => {
    const world = makeFakeWorld(twelve());
    const { features, calls } = oneBad('user-03');
    const answer = await prepare(world, {}, { features });
    expect(answer.usersFailed).toBe(1);
    expect(world.lineage.size).toBe(11);
    // By hand: all; 00–05, in it 00–02 and 03–05, in that 03–04, then 03 alone, 04, 05; 06–11.
    expect(calls).toEqual([12, 6, 3, 3, 2, 1, 1, 1, 6]);
    expect(world.telemetry.counts.get('BisectedBatches')).toBe(4);
  });

  it('above maxFailedUserFraction fail the run', async () => {
    const world = makeFakeWorld(twelve());
    const extract: FakeWorld['deps']['features']['extract'] = async (pairs) =>
      pairs.map((_, index) =>
        index < 2 ? { ok: false, code: 'internal' } : { ok: true, values: new Float64Array(49) },
      );
    await expect(prepare(world, {}, { features: { extract } })).rejects.toMatchObject({
      code: 'too-many-failures',
      data: { usersFailed: 2, usersTried: 12 },
    });
    const answer = await prepare(
      world,
      { maxFailedUserFraction: 0.2, idempotencyKey: 'again' },
      { features: { extract } },
    );
    expect(answer.usersFailed).toBe(2);
  });

  it('above it while reading journals fail the run before features are paid for', async () => {
    const world = makeFakeWorld(twelve());
    const journals: FakeWorld['deps']['journals'] = {
      read: async (userId, part) => {
        if (userId < 'user-05') throw new Error('throttled');
        return world.deps.journals.read(userId, part);
      },
    };
    await expect(prepare(world, {}, { journals })).rejects.toMatchObject({
      code: 'too-many-failures',
      data: { usersFailed: 5 },
    });
  });

  it('are not those whose profile turns out wrong, or who withdraw meanwhile', async () => {
    const world = makeFakeWorld(twelve());
    const journals: FakeWorld['deps']['journals'] = {
      read: async (userId, part) => {
        if (userId === 'user-00') throw new UnparsableProfileError('timezone', 'a zone');
        return world.deps.journals.read(userId, part);
      },
    };
    const extract: FakeWorld['deps']['features']['extract'] = async (pairs) =>
      pairs.map(({ userId }) =>
        userId === 'user-01' ? { ok: false, code: 'opted-out' } : { ok: true, values: new Float64Array(49) },
      );
    const answer = await prepare(world, {}, { journals, features: { extract } });
    expect(answer.usersFailed).toBe(0);
    expect(world.lineage.size).toBe(10);
    expect(manifestIn(world)[0]?.exclusions).toMatchObject({ usersWithUnparsableProfile: 1, usersGone: 1 });
  });

  it('all fail without halving when the service cannot be reached', async () => {
    const world = makeFakeWorld(twelve());
    let calls = 0;
    const extract = async () => {
      calls += 1;
      throw new Error('no connection');
    };
    await expect(prepare(world, {}, { features: { extract } })).rejects.toMatchObject({
      code: 'too-many-failures',
    });
    expect(calls).toBe(1);
  });
});
