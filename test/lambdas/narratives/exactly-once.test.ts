import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactMonth } from '../../../lambdas/compact-training-data/compact-month.ts';
import { storeLines } from '../../../lambdas/format-training-narrative/store-lines.ts';
import { readTrainingLines } from '../../../lambdas/shared/narratives/read-training-lines.ts';
import { takeSnapshot } from '../../../lambdas/shared/narratives/take-snapshot.ts';
import { trainingLayout } from '../../../lambdas/shared/narratives/training-layout.ts';
import type { TrainingMonth } from '../../../lambdas/shared/narratives/training-month.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryClaims } from '../support/memory-claims.ts';
import { memoryObjects } from '../support/memory-objects.ts';
import { type Process, shakenStores } from './shaken-stores.ts';

const month: TrainingMonth = { domain: 'sleep_wellness', month: '2025-06' };
const layout = trainingLayout('training/');
const leaseMs = 60_000;

interface Plan {
  readonly seed: number;
  readonly writers: number;
  readonly examples: number;
  readonly batchSize: number;
  readonly compactors: number;
  readonly mishapShare: number;
  /** Small enough that files fill up. */
  readonly maxFileBytes: number;
}

const lineOf = (example: number) => ({
  contentHash: `hash-${example}`,
  line: `{"example":${example}}\n`,
});

/** A world of writers, compactors and a reader; what the reader sees is checked at every look. */
const makeWorld = ({ seed, maxFileBytes }: Pick<Plan, 'seed' | 'maxFileBytes'>) => {
  const { clock, advance } = fakeClock();
  const { objects, current } = memoryObjects(clock);
  const { claims } = memoryClaims();
  const shaken = shakenStores({ objects, claims }, seed);
  const settled = new Set<number>();
  let ids = 0;
  const shared = { clock, layout, newId: () => String(ids++) };

  const store = async (at: Pick<Process, 'objects' | 'claims'>, examples: readonly number[]) => {
    const lines = [...new Set(examples)].map(lineOf);
    const outcomes = await storeLines({ ...shared, ...at, leaseMs }, month, lines);
    const unsettled: number[] = [];
    for (const [index, example] of [...new Set(examples)].entries()) {
      const outcome = outcomes[index]!;
      if (outcome.success || outcome.reason === 'duplicate') settled.add(example);
      else unsettled.push(example);
    }
    return unsettled;
  };
  const compact = (at: Pick<Process, 'objects' | 'claims'>) =>
    compactMonth({ ...shared, ...at, maxFileBytes, maxPartBytes: 60 }, month);
  const read = async (at: Pick<Process, 'objects'>) => {
    const known = [...settled];
    const lines: string[] = [];
    for await (const line of readTrainingLines(at.objects, await takeSnapshot(at.objects, layout, month))) {
      lines.push(line);
    }
    expect(new Set(lines).size, 'no line twice').toBe(lines.length);
    for (const example of known) expect(lines).toContain(lineOf(example).line.trim());
    return lines;
  };
  return { objects, claims, current, shaken, store, compact, read, advance };
};

/** Tries again after a failure, in a new process where the old one was killed. */
const persist = async (start: () => Process, work: (at: Process) => Promise<boolean>): Promise<void> => {
  for (let attempt = 0; attempt < 4; attempt++) {
    const at = start();
    const done = await Promise.race([work(at).catch(() => false), at.killed.then(() => false)]);
    if (done) return;
  }
};

const runPlan = async (plan: Plan) => {
  const world = makeWorld(plan);
  const random = seededRandom(plan.seed + 1);
  const { shaken } = world;
  const failures: unknown[] = [];
  const keep = (error: unknown) => failures.push(error);
  const everything = Array.from({ length: plan.examples }, (_, example) => example);

  let writing = plan.writers;
  for (let writer = 0; writer < plan.writers; writer++) {
    const batch = Array.from({ length: plan.batchSize }, () => random.int(plan.examples));
    let open: readonly number[] = batch;
    const work = async (at: Process) => {
      open = await world.store(at, open);
      return open.length === 0;
    };
    void persist(() => shaken.process(plan.mishapShare), work).finally(() => writing--);
  }
  for (let compactor = 0; compactor < plan.compactors; compactor++) {
    const work = async (at: Process) => {
      while (writing > 0) {
        await world.compact(at);
        await shaken.turn();
      }
      return true;
    };
    void persist(() => shaken.process(plan.mishapShare), work);
  }
  const watch = async () => {
    while (writing > 0) {
      await world.read(shaken.process(0));
      // Leases run out while others still work; never so long that a latecomer would be forgotten.
      if (random.next() < 0.3) world.advance(leaseMs);
    }
  };
  void watch().catch(keep);
  await shaken.run();

  const calm = shaken.process(0);
  const end = async () => {
    await world.read(calm);
    world.advance(2 * leaseMs);
    expect(await world.store(calm, everything), 'nothing is left in progress').toEqual([]);
    expect((await world.read(calm)).toSorted()).toEqual(
      everything.map((example) => lineOf(example).line.trim()).toSorted(),
    );
    await world.compact(calm);
    world.advance(2 * 24 * 60 * 60 * 1000);
    await world.compact(calm);
    expect(await world.read(calm)).toHaveLength(plan.examples);
    expect(await world.store(calm, everything)).toEqual([]);
    expect(await world.read(calm)).toHaveLength(plan.examples);
    const left = [...world.current.keys()].filter((key) => key.startsWith(layout.parts));
    expect(left, 'every part is folded and every closed one removed').toEqual([]);
  };
  void end().catch(keep);
  await shaken.run();
  expect(failures).toEqual([]);
  return { calls: shaken.calls() };
};

it('keeps every example exactly once, whoever writes, folds, reads, fails or dies in which order', async () => {
  const plan = fc.record({
    seed: fc.nat(),
    writers: fc.integer({ min: 1, max: 12 }),
    examples: fc.integer({ min: 1, max: 30 }),
    batchSize: fc.integer({ min: 1, max: 6 }),
    compactors: fc.integer({ min: 0, max: 3 }),
    mishapShare: fc.constantFrom(0, 0.02, 0.1, 0.3),
    maxFileBytes: fc.constantFrom(100, 200, 1_000_000),
  });
  await fc.assert(
    fc.asyncProperty(plan, async (drawn) => void (await runPlan(drawn))),
    { numRuns: 300 },
  );
});

it('holds for 50 writers at once with a fifth of repeats and two compactors', async () => {
  const plan: Plan = {
    seed: 11,
    writers: 50,
    examples: 400,
    batchSize: 10,
    compactors: 2,
    mishapShare: 0.03,
    maxFileBytes: 2000,
  };
  const { calls } = await runPlan(plan);
  expect(calls).toBeGreaterThan(1000);
});
