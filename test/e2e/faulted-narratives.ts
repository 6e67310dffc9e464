import { expect } from 'vitest';
import { fileKey, trainingContentType } from '../../lambdas/shared/narratives/training-layout.ts';
import type { Fault } from '../support/aws-fault.ts';
import { startFaultingProxy } from '../support/faulting-proxy.ts';
import { startTestAws } from '../support/local-aws.ts';
import { narrative, narrativeClients, thisMonth } from './narrative-clients.ts';

type Step = 'format' | 'compact';

export interface FaultedNarratives {
  /** The raw calls of each step when nothing fails. */
  readonly calls: Readonly<Record<Step, readonly string[]>>;
  /**
   * Two new narratives, written and folded, with a fault at one raw call of one step; then everything once more,
   * with nothing failing. Each must be there once, at the end and at every look before.
   */
  survives(step: Step, at: number, fault: Fault): Promise<void>;
  close(): Promise<void>;
}

/** A file that is joined inside S3 rather than read and written again. */
const largeFileBytes = 5.5 * 1024 * 1024;
const fillerBytes = 500_000;

/**
 * The real use cases, whose calls pass a proxy that does harm.
 *
 * @param size - of the month's file that lines are added to; `large`: past 5 MiB
 */
export const startFaultedNarratives = async (
  size: 'small' | 'large' = 'small',
): Promise<FaultedNarratives> => {
  const aws = await startTestAws();
  const proxy = await startFaultingProxy(() => aws.endpoint);
  const clients = narrativeClients(aws, { endpoint: proxy.endpoint, maxAttempts: 2 });
  const calm = narrativeClients(aws);
  const written: string[] = [];
  let next = 0;
  if (size === 'large') {
    for (let bytes = 0; bytes < largeFileBytes; bytes += fillerBytes) {
      written.push(`${written.length} ${'filler '.repeat(fillerBytes / 7)}`);
    }
    const lines = written.map((output) => `${JSON.stringify({ output })}\n`);
    await calm.objects.create(fileKey(calm.layout, thisMonth(), 1), {
      body: lines.join(''),
      contentType: trainingContentType,
    });
  }

  const look = async (what: string) => {
    const outputs = (await calm.read(thisMonth())).map((line) => String(JSON.parse(line).output));
    expect(new Set(outputs).size, `${what}: no line twice`).toBe(outputs.length);
    return new Set(outputs);
  };
  const run = async (armed?: { readonly step: Step; readonly at: number; readonly fault: Fault }) => {
    const what = armed === undefined ? 'nothing' : `${armed.fault} at call ${armed.at} of ${armed.step}`;
    const pair = [narrative(next++), narrative(next++)];
    const calls: Record<Step, readonly string[]> = { format: [], compact: [] };
    const steps = { format: () => clients.format(pair), compact: () => clients.compact({}) };
    for (const step of ['format', 'compact'] as const) {
      proxy.arm(armed?.step === step ? armed : undefined);
      await steps[step]().catch(() => undefined);
      calls[step] = proxy.calls;
      await look(what);
    }
    proxy.arm();
    clients.passLease();
    for (const outcome of await clients.format(pair)) {
      expect(outcome.success || outcome.reason, what).toBeOneOf([true, 'duplicate']);
    }
    written.push(...pair.map((request) => request.narrative));
    expect(await look(what), what).toEqual(new Set(written));
    expect(await clients.compact({}), what).toMatchObject({ unfinished: 0 });
    expect(await look(what), what).toEqual(new Set(written));
    return calls;
  };

  // The first compaction creates the file; later ones, which are the rule, add to it.
  await run();
  const calls = await run();
  return {
    calls,
    survives: async (step, at, fault) => {
      await run({ step, at, fault });
    },
    close: async () => {
      clients.close();
      calm.close();
      await aws.close();
      await proxy.close();
    },
  };
};
