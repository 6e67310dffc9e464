import type { RejectedRecord } from './validate-records.ts';

/**
 * How many records and samples of an export are missed. One that came twice is not.
 *
 * @example
 * countLeftOut([{ index: 0, reason: 'out-of-range', field: 'count', count: 1 }, { index: 3, reason: 'repeated', field: 'metadata.id', count: 1 }]) // => 1
 */
export const countLeftOut = (rejected: readonly RejectedRecord[]): number =>
  rejected.filter(({ reason }) => reason !== 'repeated').reduce((sum, { count }) => sum + count, 0);
