import { isTimeZone } from '../../../ml/time/is-time-zone.ts';
import type { Profile } from '../ports/profiles.ts';
import { UnparsableProfileError } from '../user-errors.ts';
import type { StoredItem } from './parse-journal-item.ts';

/** Of a person whose items exist without a profile. */
export const defaultProfile: Profile = { timeZone: 'UTC', optedOut: false };

/**
 * What a PROFILE item says; absent attributes have their defaults, wrong ones do not.
 *
 * @throws {UnparsableProfileError} when the time zone is no IANA name or the opt-out no boolean
 */
export const parseProfile = (item: StoredItem): Profile => {
  const timezone = item['timezone'];
  if (timezone !== undefined && (timezone.S === undefined || !isKnownZone(timezone.S))) {
    throw new UnparsableProfileError('timezone', 'an IANA time zone, such as Europe/Berlin');
  }
  const mlOptOut = item['mlOptOut'];
  if (mlOptOut !== undefined && mlOptOut.BOOL === undefined) {
    throw new UnparsableProfileError('mlOptOut', 'true or false');
  }
  return {
    timeZone: timezone?.S ?? defaultProfile.timeZone,
    optedOut: mlOptOut?.BOOL ?? defaultProfile.optedOut,
  };
};

/** Asking the zone database takes a millisecond; there are some 600 names. */
const knownZones = new Set<string>();

const isKnownZone = (name: string): boolean => {
  if (knownZones.has(name)) return true;
  const isKnown = isTimeZone(name);
  if (isKnown) knownZones.add(name);
  return isKnown;
};
