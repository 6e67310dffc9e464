import path from 'node:path';
import type { StreamSpec } from '../../lib/catalog-shapes.ts';
import { localAccountId, localRegion } from '../resource-names.ts';
import { openShard, type Shard } from './shard.ts';
import { makeWriteLimit, type WriteLimit } from './write-limit.ts';

/** What an on-demand stream begins with. */
const shardCount = 4;

/** The ARN that a stream has in the local account. */
export const streamArn = (name: string): string =>
  `arn:aws:kinesis:${localRegion}:${localAccountId}:stream/${name}`;

export interface LocalStream {
  readonly spec: StreamSpec;
  readonly shards: readonly { readonly shard: Shard; readonly limit: WriteLimit }[];
  /** Holds what this stream keeps. */
  readonly folder: string;
}

export interface Streams {
  find(name: string): LocalStream | undefined;
  readonly all: readonly LocalStream[];
  close(): Promise<void>;
}

/**
 * The catalogue's streams.
 *
 * @param folder - holds a folder for each stream
 * @param now - epoch milliseconds
 */
export const openStreams = async (
  folder: string,
  specs: readonly StreamSpec[],
  now: () => number = Date.now,
): Promise<Streams> => {
  const all: LocalStream[] = [];
  for (const spec of specs) {
    const own = path.join(folder, spec.name);
    const shards = await Promise.all(Array.from({ length: shardCount }, (_, index) => openShard(own, index)));
    all.push({ spec, folder: own, shards: shards.map((shard) => ({ shard, limit: makeWriteLimit(now) })) });
  }
  return {
    all,
    find: (name) => all.find(({ spec }) => spec.name === name),
    close: async () => {
      await Promise.all(all.flatMap(({ shards }) => shards.map(({ shard }) => shard.close())));
    },
  };
};
