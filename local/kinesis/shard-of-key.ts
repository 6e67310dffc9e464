import { createHash } from 'node:crypto';

const hashBits = 128n;
/** Hash keys lie below this. */
export const hashKeyEnd = 1n << hashBits;

/** Where a partition key lies: its MD5 as a number, 0 … 2¹²⁸ − 1. */
export const hashKeyOf = (partitionKey: string): bigint =>
  BigInt(`0x${createHash('md5').update(partitionKey).digest('hex')}`);

/** The shard whose equal part of all hash keys holds one. @param hashKey - 0 … 2¹²⁸ − 1 */
export const shardOfHash = (hashKey: bigint, shardCount: number): number =>
  Number((hashKey * BigInt(shardCount)) / hashKeyEnd);

/** The first and the last hash key of a shard, as Kinesis tells them. */
export const hashKeyRange = (shard: number, shardCount: number) => {
  // The least hash key h for which shardOfHash(h) is this shard.
  const startOf = (index: number) =>
    (BigInt(index) * hashKeyEnd + BigInt(shardCount) - 1n) / BigInt(shardCount);
  return { StartingHashKey: String(startOf(shard)), EndingHashKey: String(startOf(shard + 1) - 1n) };
};
