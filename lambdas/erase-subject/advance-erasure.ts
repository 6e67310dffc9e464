import { type ErasureReceipt, receiptHash } from '../../ml/audit/erasure-receipt.ts';
import type { AuditPersons, AuditTrail } from '../shared/ports/audit-trail.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Erasure, Erasures } from '../shared/ports/erasures.ts';
import type { Signer } from '../shared/ports/signer.ts';
import { ErasureContendedError } from './erasure-contended-error.ts';
import type { ErasureStep, StepOutcome } from './erasure-step.ts';

export interface AdvanceDeps {
  readonly erasures: Erasures;
  readonly steps: readonly ErasureStep[];
  readonly persons: AuditPersons;
  readonly audit: AuditTrail;
  readonly signer: Signer;
  readonly clock: Clock;
  /** After so long nothing that had begun before the tombstone can still be at work. */
  readonly settleMs: number;
}

/**
 * Goes through every store and, once that was done again after all that was under way has ended, completes.
 *
 * @returns where the erasure stands now
 * @throws {ErasureContendedError} when somebody else is at work on the same
 * @throws what the stores throw, after all of them were tried
 */
export const advanceErasure = async (
  deps: AdvanceDeps,
  erasureId: string,
  requestId: string,
): Promise<'complete' | 'settling'> => {
  const found = await deps.erasures.find(erasureId);
  if (found?.userId === undefined || found.state === 'complete') return 'complete';
  const isSettled = (erasure: Erasure) =>
    erasure.firstPassAt !== undefined && deps.clock.now() >= erasure.firstPassAt + deps.settleMs;
  if (found.state === 'settling' && !isSettled(found)) return 'settling';

  const keeper = makeKeeper(deps.erasures, found);
  const failures: unknown[] = [];
  for (const step of deps.steps) {
    try {
      await keeper.change(takeIn(step.name, await eraseIn(step, keeper, found.userId)));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  if (keeper.current().firstPassAt === undefined) {
    const firstPassAt = deps.clock.now();
    await keeper.change((erasure) => ({ ...erasure, state: 'settling', firstPassAt }));
    if (deps.settleMs > 0) return 'settling';
  }
  await complete(deps, keeper, { userId: found.userId, requestId });
  return 'complete';
};

/** The one who writes down how far an erasure is. */
interface Keeper {
  current(): Erasure;
  change(change: (erasure: Erasure) => Erasure): Promise<void>;
}

const makeKeeper = (erasures: Erasures, found: Erasure): Keeper => {
  let current = found;
  return {
    current: () => current,
    change: async (change) => {
      const changed = change(current);
      if (changed === current) return;
      if (!(await erasures.save(changed))) throw new ErasureContendedError();
      current = { ...changed, revision: changed.revision + 1 };
    },
  };
};

const eraseIn = (step: ErasureStep, keeper: Keeper, userId: string): Promise<StepOutcome> => {
  const ofStep = (key: string) => `${step.name} ${key}`;
  const known = keeper.current().touched.filter((entry) => entry.startsWith(ofStep('')));
  return step.erase({
    userId,
    touched: new Set(known.map((entry) => entry.slice(ofStep('').length))),
    touch: (keys) =>
      keeper.change((erasure) => {
        const fresh = keys.map(ofStep).filter((entry) => !erasure.touched.includes(entry));
        return fresh.length === 0 ? erasure : { ...erasure, touched: [...erasure.touched, ...fresh] };
      }),
  });
};

const takeIn =
  (name: string, outcome: StepOutcome) =>
  (erasure: Erasure): Erasure => {
    const { removed, datasetsRebuilt = [], modelsAffected = [] } = outcome;
    const isNothing =
      Object.values(removed).every((count) => count === 0) &&
      datasetsRebuilt.length + modelsAffected.length === 0;
    if (isNothing) return erasure;
    const before = erasure.removed[name] ?? {};
    const sums = Object.entries(removed).map(([kind, count]) => [kind, (before[kind] ?? 0) + count]);
    const rebuilt = new Map(
      [...erasure.datasetsRebuilt, ...datasetsRebuilt].map(({ dataset, sha256 }) => [dataset, sha256]),
    );
    return {
      ...erasure,
      removed: { ...erasure.removed, [name]: { ...before, ...Object.fromEntries(sums) } },
      datasetsRebuilt: [...rebuilt].map(([dataset, sha256]) => ({ dataset, sha256 })),
      modelsAffected: [...new Set([...erasure.modelsAffected, ...modelsAffected])].sort(),
    };
  };

/** The last record about the person, the end of their key, the receipt; from then on nothing says who it was. */
const complete = async (
  deps: AdvanceDeps,
  keeper: Keeper,
  { userId, requestId }: { readonly userId: string; readonly requestId: string },
): Promise<void> => {
  const erasure = keeper.current();
  const receipt: ErasureReceipt = {
    schemaVersion: 1,
    erasureId: erasure.erasureId,
    subject: erasure.subject,
    requestedAt: erasure.requestedAt,
    completedAt: new Date(deps.clock.now()).toISOString(),
    removed: Object.fromEntries(
      Object.entries(erasure.removed).map(([store, counts]) => [store, { ...counts }]),
    ),
    datasetsRebuilt: [...erasure.datasetsRebuilt],
    modelsAffected: [...erasure.modelsAffected],
  };
  const signed = { receipt, ...(await deps.signer.sign(receiptHash(receipt))) };
  await deps.audit.append({
    actor: { function: 'eraseSubject' },
    action: 'subjects.erased',
    subject: userId,
    outcome: 'done',
    requestId,
  });
  for (const { finish } of deps.steps) await finish?.(userId);
  await deps.persons.destroyKey(userId);
  await keeper.change(({ userId: _, ...rest }) => ({
    ...rest,
    state: 'complete',
    touched: [],
    receipt: signed,
  }));
};
