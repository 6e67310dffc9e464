import { computeCustomerFeatures } from '../../features/customer/compute-customer-features.ts';
import type { SyntheticCustomer } from './generate-customers.ts';

/** A line of a file; null is unknown. */
export type CustomerRow = Readonly<Record<string, string | number | null>>;

/**
 * A customer as a line of the files: id, segment, features and categories in the seed's order, labels, outcomes and
 * what only the generator knows.
 */
export const customerRow = (customer: SyntheticCustomer, cutoff: number): CustomerRow => {
  const { profile, events, segment, labels } = customer;
  const features = Object.entries(computeCustomerFeatures(profile, events, cutoff));
  const categoriesAt = features.findIndex(([name]) => name === 'total_spend') + 1;
  return {
    customer_id: profile.customerId,
    segment,
    ...Object.fromEntries(features.slice(0, categoriesAt)),
    subscription_tier: profile.tier,
    acquisition_channel: profile.channel,
    grade_level: profile.grade,
    ...Object.fromEntries(features.slice(categoriesAt)),
    primary_subject: profile.subject,
    ...labels,
  };
};

/** Column names, or a row's values, as one CSV line; null is an empty cell. No value needs quotes. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  cells.map((cell) => cell ?? '').join(',');
