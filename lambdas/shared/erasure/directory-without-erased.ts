import type { Tombstones } from '../ports/tombstones.ts';
import type { UserDirectory, UserStream } from '../ports/user-directory.ts';

/** A directory in which whoever is erased counts as opted out, whatever a profile says that has come since. */
export const directoryWithoutErased = (
  users: UserDirectory & UserStream,
  tombstones: Pick<Tombstones, 'among'>,
): UserDirectory & UserStream => ({
  list: async (maxUsers) => {
    const listing = await users.list(maxUsers);
    if (listing === 'too-many') return listing;
    const erased = await tombstones.among(listing.userIds);
    const userIds = listing.userIds.filter((userId) => !erased.has(userId));
    return { ...listing, userIds, optedOut: listing.optedOut + erased.size };
  },
  forEachList: async (usersPerList, take) => {
    let left = 0;
    const listing = await users.forEachList(usersPerList, async (userIds) => {
      const erased = await tombstones.among(userIds);
      left += erased.size;
      if (erased.size < userIds.length) await take(userIds.filter((userId) => !erased.has(userId)));
    });
    return { ...listing, optedOut: listing.optedOut + left };
  },
});
