import type { EntryRevision } from '../shared/ports/customer-states.ts';
import type { UpdateDeps } from './update-deps.ts';

/**
 * What is kept of those whose events may be taken in. Of those who have opted out everything kept is removed; their
 * events are left out, as are those of the erased and of those whose profile cannot be understood.
 *
 * @param byCustomer - events by customer id
 * @returns entries by customer id
 */
export const admitCustomers = async (
  { states, optOuts, telemetry }: Pick<UpdateDeps, 'states' | 'optOuts' | 'telemetry'>,
  byCustomer: ReadonlyMap<string, readonly unknown[]>,
): Promise<ReadonlyMap<string, EntryRevision>> => {
  const customerIds = [...byCustomer.keys()];
  const [consents, found] = await Promise.all([optOuts.read(customerIds), states.read(customerIds)]);
  const admitted = new Map<string, EntryRevision>();
  let dropped = 0;
  for (const [customerId, entry] of found) {
    const consent = consents.get(customerId) ?? 'given';
    if (entry !== 'erased' && consent === 'given') admitted.set(customerId, entry);
    else dropped += byCustomer.get(customerId)?.length ?? 0;
    if (entry !== 'erased' && consent === 'opted-out' && entry.revision > 0) await states.forget(customerId);
  }
  if (dropped > 0) telemetry.count('CustomerEventsDropped', dropped);
  return admitted;
};
