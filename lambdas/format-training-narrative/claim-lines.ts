import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { TrainingClaim, TrainingClaims } from '../shared/ports/training-claims.ts';
import { settlePart } from './settle-part.ts';
import type { StorableLine, StoreDeps, StoreOutcome } from './storable-line.ts';

const callsAtOnce = 16;

export interface ClaimedLines {
  readonly won: readonly StorableLine[];
  /** By content hash: lines that somebody has written or is writing. */
  readonly lost: ReadonlyMap<string, StoreOutcome>;
}

const duplicate: StoreOutcome = { success: false, reason: 'duplicate' };
const inProgress: StoreOutcome = { success: false, reason: 'in-progress', retryable: true };

/** Claims each line for our part, taking up what somebody left behind. @param lines - of distinct hashes */
export const claimLines = async (
  deps: StoreDeps,
  lines: readonly StorableLine[],
  mine: TrainingClaim,
): Promise<ClaimedLines> => {
  const standing = await deps.claims.read(lines.map(({ contentHash }) => contentHash));
  const settle = settleOnce(deps);
  const fates = await mapWithLimit(lines, callsAtOnce, async ({ contentHash }) => {
    const claim = standing.get(contentHash) ?? (await deps.claims.claim(contentHash, mine));
    return settleClaim({ claims: deps.claims, settle, now: deps.clock.now() }, contentHash, { mine, claim });
  });
  return {
    won: lines.filter((_, index) => fates[index] === 'won'),
    lost: new Map(
      lines.flatMap(({ contentHash }, index) => {
        const fate = fates[index] ?? 'won';
        return fate === 'won' ? [] : [[contentHash, fate] as const];
      }),
    ),
  };
};

type Settle = (partKey: string) => Promise<'written' | 'closed'>;

/** Many lines share a part: each is looked at once. */
const settleOnce = (deps: StoreDeps): Settle => {
  const known = new Map<string, Promise<'written' | 'closed'>>();
  return (partKey) => {
    const settling = known.get(partKey) ?? settlePart(deps, partKey);
    known.set(partKey, settling);
    return settling;
  };
};

const settleClaim = async (
  { claims, settle, now }: { claims: TrainingClaims; settle: Settle; now: number },
  contentHash: string,
  { mine, claim }: { readonly mine: TrainingClaim; readonly claim: TrainingClaim },
): Promise<'won' | StoreOutcome> => {
  if (claim.state === 'confirmed') return duplicate;
  if (claim.partKey === mine.partKey) return 'won';
  if (claim.leaseUntil > now) return inProgress;
  if ((await settle(claim.partKey)) === 'written') {
    await claims.confirm([contentHash], claim.partKey);
    return duplicate;
  }
  const after = await claims.claim(contentHash, mine, claim.partKey);
  if (after.partKey === mine.partKey && after.state === 'pending') return 'won';
  return after.state === 'confirmed' ? duplicate : inProgress;
};
