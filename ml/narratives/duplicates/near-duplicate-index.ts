import { jaccard } from './jaccard.ts';
import { bandKeys, minHash } from './min-hash.ts';
import { shingles } from './shingles.ts';

/** One entry of the ledger: what was left out, because of what. */
export interface NearDuplicate {
  /** The example that came later. */
  readonly contentHash: string;
  /** The one it is like, which is kept. */
  readonly matchedContentHash: string;
  /** Of their shingles, 0–1, calculated and not estimated. */
  readonly jaccard: number;
}

export interface NearDuplicateIndex {
  /**
   * Takes an example in, unless it is like one that was.
   *
   * @returns the match, of those at or over the threshold the closest; undefined where the example is new
   */
  readonly add: (contentHash: string, narrative: string) => NearDuplicate | undefined;
}

const defaultThreshold = 0.9;

/**
 * Finds narratives that say nearly the same, among those of one domain and month: candidates by MinHash, each
 * verified by the Jaccard index of the word runs themselves.
 *
 * Memory grows with the examples kept, time with the candidates that share a band.
 *
 * @param threshold - least Jaccard index of a match, 0–1
 * @example
 * nearDuplicateIndex().add('h1', 'Mean glucose was 142 mg/dL.') // => undefined
 */
export const nearDuplicateIndex = (threshold: number = defaultThreshold): NearDuplicateIndex => {
  const buckets = new Map<string, string[]>();
  const kept = new Map<string, ReadonlySet<string>>();

  const candidatesOf = (keys: readonly string[]) => new Set(keys.flatMap((key) => buckets.get(key) ?? []));

  const add = (contentHash: string, narrative: string): NearDuplicate | undefined => {
    const own = shingles(narrative);
    const keys = bandKeys(minHash(own));
    let closest: NearDuplicate | undefined;
    for (const candidate of candidatesOf(keys)) {
      const likeness = jaccard(own, kept.get(candidate)!);
      if (likeness >= threshold && likeness > (closest?.jaccard ?? 0)) {
        closest = { contentHash, matchedContentHash: candidate, jaccard: likeness };
      }
    }
    if (closest !== undefined) return closest;
    kept.set(contentHash, own);
    for (const key of keys) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [contentHash]);
      else bucket.push(contentHash);
    }
    return undefined;
  };

  return { add };
};
