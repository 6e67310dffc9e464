import type { OptOuts } from '../ports/opt-outs.ts';
import type { Tombstones } from '../ports/tombstones.ts';

/** Consents in which whoever is erased counts as opted out, whatever a profile says that has come since. */
export const consentUnlessErased = (optOuts: OptOuts, tombstones: Pick<Tombstones, 'among'>): OptOuts => ({
  read: async (userIds) => {
    const [consents, erased] = await Promise.all([optOuts.read(userIds), tombstones.among(userIds)]);
    return new Map(
      [...consents].map(([userId, consent]) => [userId, erased.has(userId) ? 'opted-out' : consent]),
    );
  },
});
