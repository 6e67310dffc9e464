import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingFaults, passingFaults } from '../support/aws-fault.ts';
import { type FaultedNarratives, startFaultedNarratives } from './faulted-narratives.ts';

let narratives: FaultedNarratives;
beforeAll(async () => {
  narratives = await startFaultedNarratives();
});
afterAll(() => narratives.close());

describe.each(['format', 'compact'] as const)('when a raw call of %s fails', (step) => {
  // The slow suite has every call fail in every way.
  it('each line is there once all the same, whichever call it is', async () => {
    const { [step]: calls } = narratives.calls;
    expect(calls.length).toBeGreaterThanOrEqual(step === 'format' ? 8 : 12);
    const faults = ['reset-after', 'dead-before', 'dead-after'] as const;
    for (const at of calls.keys()) await narratives.survives(step, at + 1, faults[at % faults.length]!);
  }, 240_000);
});

it('each line is there once, whichever raw call of adding to a large file fails how', async () => {
  const large = await startFaultedNarratives('large');
  try {
    const joining = large.calls.compact.flatMap((call, at) =>
      /^s3 (?:POST|PUT) .*\/health_journal_/.test(call) ? [at + 1] : [],
    );
    // Begin an upload, copy what is there, add the new lines, complete.
    expect(joining).toHaveLength(4);
    for (const at of joining) {
      for (const fault of [...passingFaults, ...lastingFaults]) {
        if (fault !== 'unprocessed') await large.survives('compact', at, fault);
      }
    }
  } finally {
    await large.close();
  }
}, 240_000);

it('what a busy table left unprocessed is written after all', async () => {
  for (const step of ['format', 'compact'] as const) {
    const at = narratives.calls[step].findIndex((call) => call.startsWith('dynamodb BatchWriteItem'));
    await narratives.survives(step, at + 1, 'unprocessed');
  }
});
