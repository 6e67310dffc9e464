import { HealthDomain } from '../../../ml/narratives/health-domain.ts';

/** What one training file holds: the lines of one domain that were written in one month. */
export interface TrainingMonth {
  readonly domain: HealthDomain;
  /** UTC, such as `2025-11`. */
  readonly month: string;
}

/** @param at - epoch milliseconds */
export const monthAt = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** The month that a key below `prefix` belongs to, if it is one of ours. */
export const monthOfKey = (prefix: string, key: string): TrainingMonth | undefined => {
  if (!key.startsWith(prefix)) return undefined;
  const [domain, year = '', month = ''] = key.slice(prefix.length).split('/');
  const known = HealthDomain.safeParse(domain);
  if (!known.success || !/^\d{4}$/.test(year) || !/^\d{2}$/.test(month)) return undefined;
  return { domain: known.data, month: `${year}-${month}` };
};
