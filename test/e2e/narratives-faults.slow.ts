import { afterAll, beforeAll, expect, it } from 'vitest';
import { lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultedNarratives, startFaultedNarratives } from './faulted-narratives.ts';

let narratives: FaultedNarratives;
beforeAll(async () => {
  narratives = await startFaultedNarratives();
});
afterAll(() => narratives.close());

it.each(['format', 'compact'] as const)(
  'every line is there once, whichever raw call of %s fails how',
  async (step) => {
    const { [step]: calls } = narratives.calls;
    expect(calls.length).toBeGreaterThanOrEqual(8);
    for (const at of calls.keys()) {
      for (const fault of [...passingFaults, ...lastingFaults]) {
        if (fault !== 'unprocessed') await narratives.survives(step, at + 1, fault);
      }
    }
  },
);
