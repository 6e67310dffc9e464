import { createHmac } from 'node:crypto';

export interface OrderKey {
  readonly seed: number;
  readonly secret: string;
  /** Keeps two orders of the same persons unrelated, such as 'split' and 'number'. */
  readonly purpose: string;
}

/**
 * Persons in an order that looks random, repeats for the same key, and does not depend on the order given.
 *
 * Sorted by HMAC-SHA256 of purpose, seed and person under the secret: without the secret nobody can tell, even
 * from a list of all user ids, who stands where.
 *
 * @param personIds - distinct; not mutated
 * @example
 * keyedOrder(['b', 'a', 'c'], { seed: 1, secret: 's', purpose: 'split' }).toString() === keyedOrder(['c', 'b', 'a'], { seed: 1, secret: 's', purpose: 'split' }).toString() // => true
 */
export const keyedOrder = (personIds: readonly string[], key: OrderKey): string[] =>
  personIds
    .map((personId) => ({
      personId,
      rank: createHmac('sha256', key.secret)
        .update(JSON.stringify([key.purpose, key.seed, personId]))
        .digest('hex'),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ personId }) => personId);
