import type { AuditPersons } from '../ports/audit-trail.ts';
import type { Clock } from '../ports/clock.ts';
import type { Erasure, Erasures } from '../ports/erasures.ts';
import type { Tombstones } from '../ports/tombstones.ts';

export interface RequestErasureDeps {
  readonly tombstones: Tombstones;
  readonly erasures: Erasures;
  readonly persons: Pick<AuditPersons, 'pseudonymOf'>;
  readonly clock: Clock;
  /** Has the work done by somebody else; answers once that is sure. */
  readonly launch: (erasureId: string) => Promise<void>;
}

/** Times that somebody else may be asking for the same at this moment. */
const maxLosses = 10;

/**
 * Begins a person's erasure, and begins it again for what has come since where there was one. From the tombstone on,
 * which is first, nothing new is made of the person's data. Whether anything is stored of the person makes no
 * difference to the answer.
 */
export const makeRequestErasure =
  (deps: RequestErasureDeps) =>
  async (userId: string): Promise<Erasure> => {
    await deps.tombstones.raise(userId);
    const erasureId = await deps.erasures.idOf(userId);
    for (let loss = 0; loss < maxLosses; loss++) {
      const found = await deps.erasures.find(erasureId);
      const opened = found === undefined || found.state === 'complete';
      const erasure = opened
        ? await newErasure(deps, { erasureId, userId, revision: found?.revision ?? 0 })
        : found;
      if (!opened || (await deps.erasures.save(erasure))) {
        await deps.launch(erasureId);
        return erasure;
      }
    }
    throw new Error('The erasure was being begun by others at every try; send the request again.');
  };

const newErasure = async (
  { persons, clock }: RequestErasureDeps,
  known: Pick<Erasure, 'erasureId' | 'revision'> & { readonly userId: string },
): Promise<Erasure> => ({
  ...known,
  state: 'erasing',
  subject: await persons.pseudonymOf(known.userId),
  requestedAt: new Date(clock.now()).toISOString(),
  removed: {},
  datasetsRebuilt: [],
  modelsAffected: [],
  touched: [],
});
