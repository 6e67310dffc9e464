import type { TrainingClaim, TrainingClaims } from '../../../lambdas/shared/ports/training-claims.ts';

/** Claims in memory. */
export const memoryClaims = () => {
  const held = new Map<string, TrainingClaim>();
  const folded = new Set<string>();
  const claims: TrainingClaims = {
    read: async (hashes) =>
      new Map(hashes.flatMap((hash) => (held.has(hash) ? [[hash, held.get(hash)!] as const] : []))),
    claim: async (hash, claim, instead) => {
      const found = held.get(hash);
      const free =
        instead === undefined ? found === undefined : found?.state === 'pending' && found.partKey === instead;
      if (free) held.set(hash, claim);
      return held.get(hash) ?? claim;
    },
    confirm: async (hashes, partKey) => {
      for (const hash of hashes) held.set(hash, { state: 'confirmed', partKey, leaseUntil: 0 });
    },
    recordFolded: async (partKeys) => {
      for (const key of partKeys) folded.add(key);
    },
    isFolded: async (partKey) => folded.has(partKey),
  };
  return { claims, held, folded };
};
