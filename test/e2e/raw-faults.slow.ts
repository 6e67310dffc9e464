import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultedPreparation, startFaultedPreparation } from './faulted-preparation.ts';

describe('a preparation whose every raw call fails in turn', () => {
  let preparation: FaultedPreparation;
  beforeAll(async () => {
    preparation = await startFaultedPreparation();
  });
  afterAll(() => preparation.close());

  it.each([...passingFaults, ...lastingFaults])(
    'by %s, ends with one complete dataset and one training job',
    async (fault) => {
      const calls = await preparation.undisturbedCalls();
      expect(calls.length).toBeGreaterThan(30);
      for (const [index, call] of calls.entries()) {
        if (fault === 'unprocessed' && !call.includes('BatchWriteItem')) continue;
        await preparation.survives(index + 1, fault);
      }
    },
  );
});

describe('a preparation whose feature functions have every raw call fail in turn', () => {
  let preparation: FaultedPreparation;
  beforeAll(async () => {
    preparation = await startFaultedPreparation([
      'extractMoodFeatures',
      'extractBehavioralFeatures',
      'extractSentimentFeatures',
    ]);
  });
  afterAll(() => preparation.close());

  it.each(['reset-before', 'throttled', 'refused-before', 'dead-before', 'cut'] as const)(
    'by %s, ends with one complete dataset and one training job',
    async (fault) => {
      const calls = await preparation.undisturbedCalls();
      expect(calls).toHaveLength(36);
      for (const index of calls.keys()) await preparation.survives(index + 1, fault);
    },
  );
});
