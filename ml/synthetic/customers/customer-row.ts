import { computeCustomerFeatures } from '../../features/customer/compute-customer-features.ts';
import { customerRecord } from '../../features/customer/customer-record.ts';
import type { SyntheticCustomer } from './generate-customers.ts';

/** A line of a file; null is unknown. */
export type CustomerRow = Readonly<Record<string, string | number | null>>;

/**
 * A customer as a line of the files: id, segment, features and categories in the seed's order, labels, outcomes and
 * what only the generator knows.
 */
export const customerRow = (customer: SyntheticCustomer, cutoff: number): CustomerRow => {
  const { profile, events, segment, labels } = customer;
  return {
    customer_id: profile.customerId,
    segment,
    ...customerRecord(profile, computeCustomerFeatures(profile, events, cutoff)),
    ...labels,
  };
};

/** Column names, or a row's values, as one CSV line; null is an empty cell. No value needs quotes. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => cell ?? '').join(',');
