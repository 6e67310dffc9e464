import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInProcessFeatures } from '../../../lambdas/extract-training-shard/in-process-features.ts';
import { makePrepareTrainingData } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';
import { lexiconAnalyser } from '../../../lambdas/shared/adapters/lexicon-analyser.ts';
import { DatasetManifest } from '../../../ml/datasets/dataset-manifest.ts';
import { DomainError } from '../../../ml/domain-error.ts';
import { datasetOf } from '../support/dataset-of.ts';
import { runFakePipeline } from '../support/fake-pipeline.ts';
import { type FakeWorld, makeFakeWorld } from '../support/fake-world.ts';
import { calm, crisis, type Person, people, silent } from '../support/journals.ts';

const persons: fc.Arbitrary<Person> = fc.record(
  {
    ahead: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 7 }),
    note: fc.constantFrom('a good day', 'i want to die', 'i am not suicidal', 'lonely and tired'),
    historyDays: fc.integer({ min: 20, max: 120 }),
    optedOut: fc.boolean(),
    skippedItems: fc.nat(3),
  },
  { requiredKeys: ['ahead'] },
);

const requests = fc.record({
  seed: fc.integer({ min: 0, max: 1000 }),
  minDays: fc.constantFrom(30, 60),
  cutoffsPerUser: fc.integer({ min: 1, max: 3 }),
  splitBy: fc.constantFrom('user', 'time'),
  balance: fc.constantFrom('both', 'train', 'none'),
  labelPolicy: fc.constantFrom('any', 'asserted'),
  maxFailedUserFraction: fc.constantFrom(0.1, 1),
});

/** Whom no attempt can read, whoever tries. */
const poisonEvery = 11;

const makeWorld = (given: readonly Person[]): FakeWorld => {
  const world = makeFakeWorld(
    people([...Array<Person>(7).fill(calm), ...Array<Person>(4).fill(crisis), silent, ...given]),
  );
  const poisoned = new Set([...world.journals.keys()].filter((_, index) => index % poisonEvery === 10));
  const read: FakeWorld['deps']['journals']['read'] = async (userId, part) => {
    if (poisoned.has(userId)) throw new TypeError('poison');
    return world.deps.journals.read(userId, part);
  };
  const journals = { read };
  const features = makeInProcessFeatures({ ...world.deps, journals, sentiment: lexiconAnalyser });
  return { ...world, deps: { ...world.deps, journals, features } };
};

const rowsUnder = (world: FakeWorld, uri: string): readonly string[] =>
  [...world.objects]
    .filter(([key]) => key.startsWith(uri.slice('s3://bucket/'.length)))
    .flatMap(([, text]) => text.trimEnd().split('\n').slice(1))
    .sort();

/** Everything of a dataset but where and when it was written. */
const factsOf = (world: FakeWorld, answer: ReturnType<typeof datasetOf>) => {
  const { trainPath, validationPath, manifestPath, timestamp, trainingJobName: _, ...counts } = answer;
  const text = world.objects.get(manifestPath.slice('s3://bucket/'.length)) ?? '';
  const { files, timestamp: _ts, ...manifest } = DatasetManifest.parse(JSON.parse(text));
  return {
    counts,
    manifest,
    rowsInFiles: files.filter(({ path }) => path.endsWith('.csv')).reduce((sum, { rows }) => sum + rows, 0),
    train: rowsUnder(world, trainPath),
    validation: rowsUnder(world, validationPath),
    lineage: [...world.lineage].map(([key, sample]) => [key.replace(` ${timestamp}`, ''), sample]).sort(),
  };
};

const direct = async (world: FakeWorld, request: object) => {
  const answer = await makePrepareTrainingData(world.deps)(parsePrepareTrainingDataRequest(request), 'id');
  return factsOf(world, datasetOf(answer));
};

const pipeline = async (
  world: FakeWorld,
  request: object,
  how: { usersPerShard: number; concurrency: number },
) => {
  const door = makePrepareTrainingData({ ...world.deps, directModeMaxUsers: 0 });
  const asked = () => door(parsePrepareTrainingDataRequest(request), 'id');
  expect(await asked()).toMatchObject({ status: 'RUNNING' });
  const [execution] = world.executions.values();
  await runFakePipeline(world, execution!.input, how);
  return factsOf(world, datasetOf(await asked()));
};

const codeOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.code;
  return error instanceof Error ? (/^Refused: ([a-z-]+):/.exec(error.message)?.[1] ?? error.message) : '';
};

describe('the pipeline and one function', () => {
  it.each(
    [1, 7, 500].flatMap((usersPerShard) => [1, 4].map((concurrency) => ({ usersPerShard, concurrency }))),
  )(
    'give the same rows, ids, lineage and counts with $usersPerShard users a shard, $concurrency shards at once',
    async (how) => {
      await fc.assert(
        fc.asyncProperty(fc.array(persons, { maxLength: 25 }), requests, async (given, request) => {
          const expected = await direct(makeWorld(given), request).catch(codeOf);
          expect(await pipeline(makeWorld(given), request, how).catch(codeOf)).toEqual(expected);
        }),
        { numRuns: 8 },
      );
    },
  );
});
