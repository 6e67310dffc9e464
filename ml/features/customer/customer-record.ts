import { customerColumns } from './customer-columns.ts';
import type { CustomerProfile } from './customer-event.ts';
import type { CustomerFeatureValues } from './customer-features.ts';

/** A value for each of `customerColumns`, by name and in their order; null is unknown. */
export type CustomerValues = Readonly<Record<string, string | number | null>>;

/** A customer as files hold one and models take one: the 42 features and the 4 categories of the profile. */
export const customerRecord = (profile: CustomerProfile, features: CustomerFeatureValues): CustomerValues => {
  const values: CustomerValues = {
    ...features,
    subscription_tier: profile.tier,
    acquisition_channel: profile.channel,
    grade_level: profile.grade,
    primary_subject: profile.subject,
  };
  return Object.fromEntries(customerColumns.map(({ name }) => [name, values[name] ?? null]));
};
