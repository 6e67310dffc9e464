import type { OptOuts } from '../shared/ports/opt-outs.ts';
import type { PseudonymKeys } from '../shared/ports/pseudonym-keys.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import { type FormatOutcome, failed } from './format-outcome.ts';

export interface PeopleDeps {
  readonly optOuts: OptOuts;
  readonly keys: PseudonymKeys;
  readonly telemetry: Telemetry;
}

/** The key of a person's pseudonyms, or what becomes of all that is theirs. */
export type Person =
  | { readonly personKey: Uint8Array; readonly outcome?: never }
  | { readonly outcome: FormatOutcome; readonly personKey?: never };

/** By user id. No key is made for those who keep their data out. */
export const findPeople = async (
  { optOuts, keys, telemetry }: PeopleDeps,
  userIds: Iterable<string>,
): Promise<ReadonlyMap<string, Person>> => {
  const distinct = [...new Set(userIds)];
  try {
    const consents = await optOuts.read(distinct);
    const willing = distinct.filter((userId) => consents.get(userId) === 'given');
    const personKeys = await keys.keysOf(willing);
    return new Map(
      distinct.map((userId): [string, Person] => {
        const personKey = personKeys.get(userId);
        if (personKey !== undefined) return [userId, { personKey }];
        const consent = consents.get(userId);
        if (consent === undefined || consent === 'given') return [userId, { outcome: failed }];
        return [
          userId,
          { outcome: { success: false, reason: 'refused', why: consent, detail: details[consent] } },
        ];
      }),
    );
  } catch (error) {
    telemetry.error('people could not be looked up', error);
    return new Map();
  }
};

const details = {
  'opted-out': 'the person keeps their data out of machine learning',
  'unparsable-profile': "the person's profile cannot be read; correct the PROFILE item",
} as const;
