import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultedPreparation, startFaultedPreparation } from './faulted-preparation.ts';

let preparation: FaultedPreparation;
beforeAll(async () => {
  preparation = await startFaultedPreparation();
});
afterAll(() => preparation.close());

describe('a preparation whose every raw call fails in turn', () => {
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
