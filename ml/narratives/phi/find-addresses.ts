import { findCuedAddresses } from './find-cued-addresses.ts';
import { findHomeTowns } from './find-home-towns.ts';
import { findStreets } from './find-streets.ts';
import { findTowns } from './find-towns.ts';
import type { PhiFinder } from './phi-hit.ts';
import { readAddressTail, segmentLength } from './read-address-tail.ts';

const part =
  "(?:(?<![\\p{L}\\d])(?:(?:flat|apartment|apt|unit|suite|level|floor|room|plot|house|block|blk|shop|lot|villa|tower|building|bldg|no|nr)\\.? ?(?:no\\.? ?|#)?[\\dA-Z]{1,5}(?:[/-][\\dA-Z]{1,4})?|#\\d{1,4}[A-Z]?|(?:\\p{Lu}[\\p{L}'-]{1,20} ){1,3}(?:Cottage|House|Court|Villa|Residency|Apartments|Towers?|Mansions?|Building|Lodge|Farm|Manor|Hall))[,/]? ?)";
/** "Flat 3, ", "Rose Cottage, ", "Level 3, " and the like before a street. */
const ahead = new RegExp(`${part}{1,3}$`, 'iu');
/** The last of them, read backwards from the street, which most have none before. */
const lastAhead = new RegExp(`(?<=${part})`, 'iuy');

const startOf = (text: string, start: number) => {
  lastAhead.lastIndex = start;
  if (!lastAhead.test(text)) return start;
  return start - (ahead.exec(text.slice(Math.max(0, start - 48), start))?.[0].length ?? 0);
};

/** A function of places in a text that is asked once for each, as several patterns find the same street. */
const onceFor = (text: string, read: (position: number) => number) => {
  // One more than each answer, 0 where there is none yet.
  const known = new Int32Array(text.length + 1);
  return (position: number): number => {
    known[position]! ||= read(position) + 1;
    return known[position]! - 1;
  };
};

const parts = [findStreets, findCuedAddresses, findTowns, findHomeTowns];

/** Street addresses with what belongs to them, postal codes, boxes, and towns where somebody is said to live. */
export const findAddresses: PhiFinder = {
  patterns: parts.flatMap(({ patterns }) => patterns),
  find: (page) => {
    const { text } = page;
    const hits = parts.flatMap(({ find }) => find(page));
    if (hits.length === 0) return hits;
    const startFrom = onceFor(text, (start) => startOf(text, start));
    // One address after the other: each is read into the next, and all of them along the same segments.
    const lengthAt = onceFor(text, (end) => segmentLength(text, end));
    const endFrom = onceFor(text, (end) => readAddressTail(text, end, lengthAt));
    return hits.map(({ kind, start, end }) => ({ kind, start: startFrom(start), end: endFrom(end) }));
  },
};
