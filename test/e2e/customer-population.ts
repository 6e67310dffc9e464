import type { NewRecord } from '../../bin/cli/put-records.ts';
import { computeCustomerFeatures } from '../../ml/features/customer/compute-customer-features.ts';
import type { CustomerEvent, CustomerProfile } from '../../ml/features/customer/customer-event.ts';
import { computeOnlineFeatures } from '../../ml/features/customer/online/compute-online-features.ts';
import { seededRandom } from '../../ml/random/seeded-random.ts';
import { generateCustomers, usualShares } from '../../ml/synthetic/customers/generate-customers.ts';
import { messagesOfCustomer } from '../../ml/synthetic/customers/messages-of-customer.ts';
import type { customerEventClients } from './customer-events.ts';

interface KnownCustomer {
  readonly profile: CustomerProfile;
  readonly events: readonly CustomerEvent[];
}

/** Made-up customers up to now, and the records that tell of them: shuffled, some twice, some that are none. */
export const customerPopulation = (size: { readonly count: number; readonly malformed: number }) => {
  const msPerDay = 86_400_000;
  const cutoff = Math.floor(Date.now() / msPerDay) * msPerDay;
  const random = seededRandom('customer events');
  const customers: KnownCustomer[] = [];
  const records: NewRecord[] = [];
  for (const { profile, events } of generateCustomers({
    count: size.count,
    seed: 2,
    shares: usualShares,
    cutoff,
  })) {
    const known = events.filter(({ at }) => at <= cutoff);
    customers.push({ profile, events: known });
    for (const message of messagesOfCustomer({ profile, events: known })) {
      const record = { partitionKey: profile.customerId, text: JSON.stringify(message) };
      records.push(record);
      if (random.bernoulli(0.1)) records.push(record);
    }
  }
  for (let index = 0; index < size.malformed; index += 1) {
    const partitionKey = customers[index % customers.length]!.profile.customerId;
    const wrong = { schemaVersion: 1, eventId: `wrong-${index}`, customerId: partitionKey, at: cutoff };
    records.push({
      partitionKey,
      text: index % 2 === 0 ? `{"torn":${index}` : JSON.stringify({ ...wrong, type: 'login', mood: 'sunny' }),
    });
  }
  return { customers, records: random.shuffle(records) };
};

/** Customers whose features in the store differ from those of all their events. */
export const differing = async (
  customers: readonly KnownCustomer[],
  { states }: Pick<ReturnType<typeof customerEventClients>, 'states'>,
): Promise<readonly string[]> => {
  const asOf = Date.now();
  const stored = await states.read(customers.map(({ profile }) => profile.customerId));
  return customers.flatMap(({ profile, events }) => {
    const found = stored.get(profile.customerId);
    if (found === undefined) return [profile.customerId];
    const { state } = found.entry;
    if (state.profile === undefined) return [profile.customerId];
    const online = computeOnlineFeatures(state, state.profile.profile, asOf);
    const batch = computeCustomerFeatures(profile, events, asOf);
    return JSON.stringify(online) === JSON.stringify(batch) ? [] : [profile.customerId];
  });
};
