import { createHash } from 'node:crypto';

const hashLength = 32;

/**
 * The name of an execution, which anyone who may list executions reads: the month's date for a key of the monthly
 * schedule, else a hash of the key, since whoever chose it may have put a name into it.
 *
 * @param key - the idempotencyKey, or the invocation's id
 * @param attempt - counted from 1; after a failed execution the next one has a name of its own
 * @example
 * executionName('monthly-2026-11-01T00:00:00Z', 1) // => 'monthly-2026-11-01'
 * executionName('monthly-2026-11-01T00:00:00Z', 2) // => 'monthly-2026-11-01-2'
 */
export const executionName = (key: string, attempt: number): string => {
  const monthly = /^monthly-\d{4}-\d{2}-\d{2}(?=T[\d:]{8}Z$)/.exec(key)?.[0];
  const name = monthly ?? `key-${createHash('sha256').update(key).digest('hex').slice(0, hashLength)}`;
  return attempt === 1 ? name : `${name}-${attempt}`;
};
