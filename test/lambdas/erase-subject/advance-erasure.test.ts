import { describe, expect, it } from 'vitest';
import { type AdvanceDeps, advanceErasure } from '../../../lambdas/erase-subject/advance-erasure.ts';
import { makeEraseSubject } from '../../../lambdas/erase-subject/erase-subject.ts';
import type { ErasureStep } from '../../../lambdas/erase-subject/erasure-step.ts';
import { makeRequestErasure } from '../../../lambdas/shared/erasure/request-erasure.ts';
import type { Erasure, Erasures } from '../../../lambdas/shared/ports/erasures.ts';
import { receiptHash, SignedReceipt } from '../../../ml/audit/erasure-receipt.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const erasureId = '0123456789abcdef0123456789abcdef';
const userId = 'canary-ada';
const startMs = Date.UTC(2026, 2, 1);

/** A fault in the n-th call of all ports together, done all the same or not. */
interface Fault {
  readonly call: number;
  readonly moment: 'before' | 'after';
}

const setUp = (
  options: {
    readonly settleMs?: number;
    readonly steps?: readonly ErasureStep[];
    readonly fault?: Fault;
  } = {},
) => {
  const stores = new Map([
    ['app', 3],
    ['narratives', 2],
  ]);
  const rows = new Map<string, Erasure>();
  const calls: string[] = [];
  const audited: string[] = [];
  const destroyed: string[] = [];
  let now = startMs;
  let hasFailed = false;
  const shaken =
    <Arguments extends readonly unknown[], Result>(
      name: string,
      call: (...given: Arguments) => Promise<Result>,
    ) =>
    async (...given: Arguments): Promise<Result> => {
      calls.push(name);
      const isNow = !hasFailed && options.fault?.call === calls.length;
      if (isNow) hasFailed = true;
      if (isNow && options.fault?.moment === 'before') throw new Error('injected');
      const result = await call(...given);
      if (isNow) throw new Error('injected');
      return result;
    };
  const erasures: Erasures = {
    idOf: shaken('idOf', async () => erasureId),
    find: shaken('find', async (id) => rows.get(id)),
    save: shaken('save', async (erasure) => {
      if ((rows.get(erasure.erasureId)?.revision ?? 0) !== erasure.revision) return false;
      rows.set(erasure.erasureId, { ...erasure, revision: erasure.revision + 1 });
      return true;
    }),
    unfinished: async () =>
      [...rows.values()].filter(({ state }) => state !== 'complete').map((row) => row.erasureId),
  };
  const step = (name: string): ErasureStep => ({
    name,
    erase: shaken(name, async () => {
      const items = stores.get(name) ?? 0;
      stores.set(name, 0);
      return { removed: { items } };
    }),
    finish: shaken('finish', async (who) => {
      destroyed.push(`${name} ${who}`);
    }),
  });
  const deps: AdvanceDeps = {
    erasures,
    steps: options.steps ?? [step('app'), step('narratives')],
    persons: {
      pseudonymOf: shaken('pseudonymOf', async () => 'f'.repeat(32)),
      destroyKey: shaken('destroyKey', async (who) => {
        destroyed.push(`audit ${who}`);
      }),
    },
    audit: {
      append: shaken('append', async ({ action, subject }) => {
        audited.push(`${action} ${subject}`);
        return { sequence: audited.length };
      }),
    },
    signer: {
      sign: shaken('sign', async (text) => ({
        signature: Buffer.from(text).toString('base64'),
        keyId: 'key',
      })),
      checker: async () => () => true,
    },
    clock: { now: () => now },
    settleMs: options.settleMs ?? 0,
  };
  const tombstones = new Set<string>();
  const launched: string[] = [];
  const request = makeRequestErasure({
    tombstones: {
      among: async () => tombstones,
      raise: shaken('raise', async (who) => {
        tombstones.add(who);
      }),
    },
    erasures,
    persons: deps.persons,
    clock: deps.clock,
    launch: shaken('launch', async (id) => {
      launched.push(id);
    }),
  });
  const { telemetry, lines } = recordingTelemetry();
  return {
    deps,
    request,
    run: () => advanceErasure(deps, erasureId, 'request-1'),
    runAll: () => makeEraseSubject({ ...deps, telemetry })({}, 'request-1'),
    pass: (durationMs: number) => {
      now += durationMs;
    },
    row: () => rows.get(erasureId),
    rows,
    stores,
    calls,
    audited,
    destroyed,
    tombstones,
    launched,
    said: () => JSON.stringify(lines),
  };
};

/** Asks and works until it is complete, as a caller, Lambda's retries and the schedule do together. */
const untilComplete = async (set: ReturnType<typeof setUp>): Promise<void> => {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      if (set.row() === undefined || set.launched.length === 0) await set.request(userId);
      if ((await set.run()) === 'complete') return;
    } catch (error) {
      if (!(error instanceof Error && /injected|at work/.test(error.message))) throw error;
    }
  }
  throw new Error('never complete');
};

describe('an erasure', () => {
  it('goes through every store, signs what it did, destroys the keys and forgets whom it was about', async () => {
    const set = setUp();
    await set.request(userId);
    expect(set.tombstones).toEqual(new Set([userId]));
    expect(set.row()).toMatchObject({ state: 'erasing', userId });
    expect(await set.run()).toBe('complete');
    const { receipt, signature } = SignedReceipt.parse(set.row()?.receipt);
    expect(receipt).toMatchObject({
      erasureId,
      subject: 'f'.repeat(32),
      requestedAt: '2026-03-01T00:00:00.000Z',
      removed: { app: { items: 3 }, narratives: { items: 2 } },
    });
    expect(Buffer.from(signature, 'base64').toString()).toBe(receiptHash(receipt));
    expect(set.destroyed).toEqual([`app ${userId}`, `narratives ${userId}`, `audit ${userId}`]);
    expect(set.audited).toEqual([`subjects.erased ${userId}`]);
    expect(JSON.stringify(set.row())).not.toContain('canary');
  });

  it('waits until all that was under way has ended, and then looks again', async () => {
    const set = setUp({ settleMs: 1000 });
    await set.request(userId);
    expect(await set.run()).toBe('settling');
    set.stores.set('narratives', 5);
    expect(await set.run()).toBe('settling');
    expect(set.destroyed).toEqual([]);
    set.pass(1000);
    expect(await set.run()).toBe('complete');
    expect(set.row()?.receipt?.receipt.removed).toEqual({ app: { items: 3 }, narratives: { items: 7 } });
  });

  it('is whole in the end whichever call of whichever port fails, before or after it was done', async () => {
    const clean = setUp();
    await untilComplete(clean);
    const total = clean.calls.length;
    expect(total).toBeGreaterThan(12);
    for (let call = 1; call <= total; call++) {
      for (const moment of ['before', 'after'] as const) {
        const set = setUp({ fault: { call, moment } });
        await untilComplete(set);
        const at = `${moment} call ${call}, ${set.calls[call - 1]}`;
        expect([...set.stores.values()], at).toEqual([0, 0]);
        expect(set.tombstones, at).toEqual(new Set([userId]));
        expect(set.row(), at).toMatchObject({ state: 'complete' });
        expect(set.row()?.userId, at).toBeUndefined();
        expect(new Set(set.destroyed), at).toEqual(new Set(clean.destroyed));
      }
    }
  });

  it('tries the other stores where one fails, and tells of the failure without whom or what', async () => {
    const failing: ErasureStep = {
      name: 'failing',
      erase: async () => {
        throw new Error(`refused of ${userId}`);
      },
    };
    let isDone = false;
    const other: ErasureStep = {
      name: 'other',
      erase: async () => {
        isDone = true;
        return { removed: { items: 1 } };
      },
    };
    const set = setUp({ steps: [failing, other] });
    await set.request(userId);
    expect(await set.runAll()).toEqual({ complete: 0, settling: 0, failed: 1 });
    expect(isDone).toBe(true);
    expect(set.row()).toMatchObject({ state: 'erasing', removed: { other: { items: 1 } } });
    expect(set.said()).not.toContain('canary');
  });

  it('remembers across tries what a store was about to write again', async () => {
    const seen: string[][] = [];
    const step: ErasureStep = {
      name: 'files',
      erase: async ({ touched, touch }) => {
        seen.push([...touched]);
        await touch(['a b.jsonl']);
        if (seen.length === 1) throw new Error('injected');
        return { removed: {} };
      },
    };
    const set = setUp({ steps: [step] });
    await set.request(userId);
    await expect(set.run()).rejects.toThrow('injected');
    await set.run();
    expect(seen).toEqual([[], ['a b.jsonl']]);
  });

  it('is begun anew when it is asked for again after it was complete, and not twice while it is not', async () => {
    const set = setUp();
    await set.request(userId);
    await set.request(userId);
    await set.run();
    const first = set.row()?.receipt;
    set.stores.set('app', 1);
    set.pass(60_000);
    await set.request(userId);
    expect(set.row()).toMatchObject({ state: 'erasing', userId });
    await set.run();
    expect(set.row()?.receipt?.receipt.removed).toEqual({ app: { items: 1 } });
    expect(set.row()?.receipt).not.toEqual(first);
  });

  it('leaves it to whoever else is at work on it', async () => {
    const set = setUp();
    await set.request(userId);
    const [first, second] = await Promise.allSettled([set.run(), set.run()]);
    expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(set.row()).toMatchObject({ state: 'complete' });
  });
});
