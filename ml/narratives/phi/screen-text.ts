import { findAddresses } from './find-addresses.ts';
import { findAges } from './find-ages.ts';
import { findContacts } from './find-contacts.ts';
import { findDates } from './find-dates.ts';
import { findFields } from './find-fields.ts';
import { findGivenNames } from './find-given-names.ts';
import { findIds } from './find-ids.ts';
import { findInstitutions } from './find-institutions.ts';
import { findNames } from './find-names.ts';
import { findPhones } from './find-phones.ts';
import { isThingNamedAfter, namedThings } from './is-thing-named-after.ts';
import type { PhiHit } from './phi-hit.ts';
import { type MaskCounts, type PhiKind, phiKinds } from './phi-kind.ts';
import { scanPatterns } from './scan-patterns.ts';
import { screenForm } from './screen-form.ts';

export interface ScreenedText {
  /** The text with every hit replaced by its kind, such as `[NAME]`. */
  readonly text: string;
  readonly counts: MaskCounts;
}

const masks = new Map(phiKinds.map((kind) => [kind, `[${kind.toUpperCase()}]`]));

/** Where hits overlap, the first here says what it is. */
const finders = [
  findContacts,
  findFields,
  findIds,
  findDates,
  findPhones,
  findAddresses,
  findInstitutions,
  findAges,
  findNames,
  findGivenNames,
] as const;

const scan = scanPatterns([namedThings, ...finders.flatMap(({ patterns }) => patterns)]);

/**
 * Masks what tells who somebody is: e-mail and web addresses, telephone numbers, dates finer than a year, ages over
 * 89, record and insurance numbers, postal addresses, hospitals, schools and employers by name, and names where a title,
 * another cue or a known given name gives them.
 *
 * After the identifiers of HIPAA's safe harbour (45 CFR 164.514(b)(2)), as far as patterns can tell them; a rare name
 * without any cue is not found. Every pattern repeats within bounds and starts only where a word does, so that time
 * grows with the text and no faster. Masked text screens to itself.
 *
 * @example
 * screenText('Mrs. Okafor (call 555-0123) had 180 mg/dL on 3 May 2025.').text // => 'Mrs. [NAME] (call [PHONE]) had 180 mg/dL on [DATE].'
 * screenText('3/14 readings were above 180 mg/dL.').counts // => {}
 */
export const screenText = (text: string): ScreenedText => {
  const form = screenForm(text);
  const page = { text: form.text, matches: scan(form.text) };
  const isThing = isThingNamedAfter(page.matches(namedThings));
  const hits = disjoint(
    finders.flatMap(({ find }) => find(page)).filter((hit) => hit.kind !== 'name' || !isThing(hit)),
  );
  if (hits.length === 0) return { text, counts: {} };
  const origin = (position: number) => form.origins?.[position] ?? position;
  const counts: Partial<Record<PhiKind, number>> = {};
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of hits) {
    parts.push(text.slice(from, origin(start)), masks.get(kind)!);
    from = origin(end);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), counts };
};

/** Hits in order of their starts; those of a single finder often are already. */
const inOrder = (hits: readonly PhiHit[]): readonly PhiHit[] =>
  hits.every((hit, at) => at === 0 || hits[at - 1]!.start <= hit.start)
    ? hits
    : hits.toSorted((a, b) => a.start - b.start);

/** Hits that overlap become one, of the kind of the longest, and in order of text. */
const disjoint = (hits: readonly PhiHit[]): readonly PhiHit[] => {
  const merged: { kind: PhiKind; start: number; end: number; longest: number }[] = [];
  let last: (typeof merged)[number] | undefined;
  for (const { kind, start, end } of inOrder(hits)) {
    if (last === undefined || start >= last.end) {
      last = { kind, start, end, longest: end - start };
      merged.push(last);
      continue;
    }
    last.end = Math.max(last.end, end);
    if (end - start > last.longest) {
      last.kind = kind;
      last.longest = end - start;
    }
  }
  return merged;
};
