import { describe, expect, it } from 'vitest';
import { consentUnlessErased } from '../../../lambdas/shared/erasure/consent-unless-erased.ts';
import { directoryWithoutErased } from '../../../lambdas/shared/erasure/directory-without-erased.ts';
import type { Consent } from '../../../lambdas/shared/ports/opt-outs.ts';

const tombstones = {
  among: async (userIds: readonly string[]) =>
    new Set(userIds.filter((userId) => userId.startsWith('erased'))),
};
const directoryOf = (userIds: readonly string[]) =>
  directoryWithoutErased(
    {
      list: async (maxUsers) =>
        userIds.length > maxUsers ? 'too-many' : { userIds, optedOut: 2, unparsableProfiles: 1 },
      forEachList: async (usersPerList, take) => {
        for (let start = 0; start < userIds.length; start += usersPerList) {
          await take(userIds.slice(start, start + usersPerList));
        }
        return { optedOut: 2, unparsableProfiles: 1 };
      },
    },
    tombstones,
  );

describe('people who are erased', () => {
  it('count as opted out, whatever a profile says that has come since', async () => {
    const consents: [string, Consent][] = [
      ['ada', 'given'],
      ['erased-1', 'given'],
      ['ben', 'unparsable-profile'],
    ];
    const optOuts = consentUnlessErased({ read: async () => new Map(consents) }, tombstones);
    expect([...(await optOuts.read(consents.map(([userId]) => userId)))]).toEqual([
      ['ada', 'given'],
      ['erased-1', 'opted-out'],
      ['ben', 'unparsable-profile'],
    ]);
  });

  it('are in no list of those whose data may be used, and are counted with who has opted out', async () => {
    const directory = directoryOf(['ada', 'ben', 'erased-1', 'erased-2']);
    expect(await directory.list(10)).toEqual({ userIds: ['ada', 'ben'], optedOut: 4, unparsableProfiles: 1 });
    expect(await directory.list(3)).toBe('too-many');
    const lists: (readonly string[])[] = [];
    const counts = await directory.forEachList(2, async (userIds) => {
      lists.push(userIds);
    });
    expect({ lists, counts }).toEqual({
      lists: [['ada', 'ben']],
      counts: { optedOut: 4, unparsableProfiles: 1 },
    });
  });
});
