import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultedPreparation, startFaultedPreparation } from './faulted-preparation.ts';

let preparation: FaultedPreparation;
beforeAll(async () => {
  preparation = await startFaultedPreparation();
});
afterAll(() => preparation.close());

const secretCall = 'secretsmanager GetSecretValue';
/** Of a run whose process has read the secret before; a cold one reads it before the first file. */
let calls: readonly string[];

describe('a preparation that a schedule starts', () => {
  const fire = async (month: number) => {
    await preparation.aws.fireSchedule('mindmate-monthly-training', Date.UTC(2026, month));
    await preparation.aws.settled();
  };
  const retries = () => preparation.aws.events.filter(({ kind }) => kind === 'lambda-retry').length;
  const deadLetters = () => preparation.aws.events.filter(({ kind }) => kind === 'dead-letter').length;

  it('and that fails is tried again by Lambda, until there is one dataset and one job', async () => {
    preparation.proxy.arm({ at: 26, fault: 'refused-before' });
    await fire(0);
    expect(preparation.proxy.calls[25]).toBe(secretCall);
    expect(retries()).toBe(1);
    const { manifests, jobs } = await preparation.results();
    expect([manifests.length, jobs.length]).toEqual([1, 1]);
  });

  it('and that cannot start its training is tried again for that alone', async () => {
    calls = await preparation.undisturbedCalls();
    const before = await preparation.results();
    preparation.proxy.arm({ at: 1 + calls.indexOf('sagemaker CreateTrainingJob'), fault: 'refused-before' });
    await fire(1);
    expect(retries()).toBe(2);
    const { manifests, jobs } = await preparation.results();
    expect(manifests).toHaveLength(before.manifests.length + 1);
    // The rows are those of the month before, and so is their job.
    expect(jobs).toEqual(before.jobs);
    expect(deadLetters()).toBe(0);
  });

  it('and that fails for good ends in the dead-letter queue, not in an answer that nobody reads', async () => {
    preparation.proxy.arm({ at: 1, fault: 'dead-before' });
    await fire(2);
    preparation.proxy.arm();
    expect(deadLetters()).toBe(1);
  });
});

describe('a preparation of which a raw call fails', () => {
  // The slow suite has every call fail in every way.
  it('ends with one complete dataset and one training job, whichever kind of call it is', async () => {
    const kinds = [...new Set(calls)];
    expect(kinds.length).toBeGreaterThanOrEqual(15);
    const random = seededRandom(11);
    const passing = passingFaults.filter((fault) => fault !== 'unprocessed');
    for (const [turn, kind] of kinds.entries()) {
      const places = [...calls.keys()].filter((index) => calls[index] === kind);
      const faults = turn % 2 === 0 ? passing : lastingFaults;
      const at = 1 + places[random.int(places.length)]!;
      expect(await preparation.survives(at, faults[random.int(faults.length)]!)).toBe(kind);
    }
  }, 180_000);

  it('has what a busy table left unprocessed written after all', async () => {
    await preparation.survives(1 + calls.indexOf('dynamodb BatchWriteItem'), 'unprocessed');
  });
});
