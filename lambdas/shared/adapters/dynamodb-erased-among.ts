import { personKeyOf } from '../../../ml/datasets/versions/pseudonyms.ts';
import type { SecretSource } from '../ports/secret-source.ts';
import type { Tombstones } from '../ports/tombstones.ts';
import { batchGetItems, type ItemBatchOptions } from './batch-get-items.ts';

export interface ErasedAmongOptions extends ItemBatchOptions {
  /** Keys the hash; who reads the table without it learns nobody's name. */
  readonly secret: SecretSource;
}

/** The key of a person's tombstone, `TOMBSTONE#{keyed hash of the user id}`. */
export const tombstoneKey = (secret: string, userId: string) => ({
  PK: { S: `TOMBSTONE#${personKeyOf(secret, userId)}` },
});

/** Who of some people was erased, from the items that erasures leave. */
export const makeDynamoDbErasedAmong =
  ({ secret, ...table }: ErasedAmongOptions): Tombstones['among'] =>
  async (userIds) => {
    if (userIds.length === 0) return new Set();
    const key = await secret.read();
    const byHash = new Map(userIds.map((userId) => [tombstoneKey(key, userId).PK.S, userId]));
    const items = await batchGetItems(
      [...byHash.keys()].map((PK) => ({ PK: { S: PK } })),
      table,
    );
    return new Set(items.flatMap(({ PK }) => byHash.get(PK?.S ?? '') ?? []));
  };
