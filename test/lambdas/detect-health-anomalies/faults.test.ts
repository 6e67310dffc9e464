import { describe, expect, it } from 'vitest';
import type { SyncHealthDataDeps } from '../../../lambdas/detect-health-anomalies/sync-health-data.ts';
import { ModelUnavailableError } from '../../../lambdas/shared/model-unavailable-error.ts';
import { setUpSync, wearMetrics } from '../support/sync-set-up.ts';

const ports = ['metrics', 'profiles', 'models', 'books', 'alerts'] as const;

/** The same ports, of whose calls the n-th fails, before it is done or after. */
const failing = (deps: SyncHealthDataDeps, failedCall: number, when: 'before' | 'after') => {
  let calls = 0;
  const wrapped = ports.map((name) => {
    const port = new Proxy(deps[name], {
      get:
        (target, method) =>
        async (...args: unknown[]) => {
          const isFailing = ++calls === failedCall;
          if (isFailing && when === 'before') throw new Error('lost before');
          const result: unknown = await Reflect.apply(Reflect.get(target, method), target, args);
          if (isFailing) throw new Error('lost after');
          return result;
        },
    });
    return [name, port];
  });
  return { deps: { ...deps, ...Object.fromEntries(wrapped) }, calls: () => calls };
};

describe('a fault at any call of any port', () => {
  const batch = [...wearMetrics(60), ...wearMetrics(40, 300, 110)];

  it.each(['before', 'after'] as const)(
    '%s it was done loses nothing, stores nothing twice and tells once, when the watch sends again',
    async (when) => {
      for (let failedCall = 1; ; failedCall++) {
        const plain = setUpSync();
        const faulty = failing(plain.deps, failedCall, when);
        const { sync } = setUpSync(faulty.deps);
        const first = await sync(batch).catch((error: unknown) => error);
        const toldBefore = plain.sent.length;
        plain.clock.advance(120_000);
        const answer = await plain.sync(batch);
        expect(answer).toMatchObject({ success: true, rejected: [] });
        expect(answer.accepted + answer.duplicates).toBe(100);
        const stored = plain.store.all();
        expect(stored).toHaveLength(100);
        expect(stored.every(({ score }) => score !== undefined)).toBe(true);
        expect(plain.bookOf('ada').episodes).toMatchObject([{ alert: 'sent' }]);
        // Only a fault between the message and its mark tells twice: rather that than never.
        expect(plain.sent.length).toBeLessThanOrEqual(1 + toldBefore);
        expect(plain.sent.length).toBeGreaterThanOrEqual(1);
        if (faulty.calls() < failedCall) {
          expect(plain.sent).toHaveLength(1);
          expect(first).toMatchObject({ success: true });
          break;
        }
      }
    },
  );

  it('of the model costs no metric', async () => {
    const { sync, store } = setUpSync({
      models: { current: () => Promise.reject(new ModelUnavailableError('Its model.json is not there.')) },
    });
    await expect(sync(batch)).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(store.all()).toHaveLength(100);
  });
});
