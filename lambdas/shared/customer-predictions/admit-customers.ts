import type { EntryRevision } from '../ports/customer-states.ts';
import type { PredictionDeps } from './prediction-deps.ts';

/**
 * What is kept of those whose events may be taken in. Of those who have opted out or are erased everything kept is
 * removed; their events are left out, as are those of people whose profile cannot be understood.
 *
 * @param byCustomer - events by customer id
 * @returns entries by customer id, and whose entry cannot be understood: their events are to come again
 */
export const admitCustomers = async (
  deps: Pick<PredictionDeps, 'states' | 'optOuts' | 'tombstones' | 'telemetry'>,
  byCustomer: ReadonlyMap<string, readonly unknown[]>,
): Promise<{
  readonly admitted: ReadonlyMap<string, EntryRevision>;
  readonly unreadable: readonly string[];
}> => {
  const { states, optOuts, tombstones, telemetry } = deps;
  const customerIds = [...byCustomer.keys()];
  const [consents, erased, found] = await Promise.all([
    optOuts.read(customerIds),
    tombstones.among(customerIds),
    states.read(customerIds),
  ]);
  const admitted = new Map<string, EntryRevision>();
  let dropped = 0;
  for (const [customerId, entry] of found) {
    const consent = erased.has(customerId) ? 'opted-out' : (consents.get(customerId) ?? 'given');
    if (consent === 'given') admitted.set(customerId, entry);
    else dropped += byCustomer.get(customerId)?.length ?? 0;
    if (consent === 'opted-out' && entry.revision > 0) await states.forget(customerId);
  }
  if (dropped > 0) telemetry.count('CustomerEventsDropped', dropped);
  const unreadable = customerIds.filter((customerId) => !found.has(customerId));
  if (unreadable.length > 0) {
    telemetry.warn('entries of another schema version, or broken', { customers: unreadable.length });
  }
  return { admitted, unreadable };
};

/**
 * Removes a first entry again, where its customer was erased while it was made: an erasure raises its tombstone before
 * it removes, so that one of the two sees the other.
 *
 * @returns whether the customer is erased
 */
export const isErasedMeanwhile = async (
  { states, tombstones }: Pick<PredictionDeps, 'states' | 'tombstones'>,
  customerId: string,
): Promise<boolean> => {
  if (!(await tombstones.among([customerId])).has(customerId)) return false;
  await states.forget(customerId);
  return true;
};
