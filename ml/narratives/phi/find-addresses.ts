import { findCuedAddresses } from './find-cued-addresses.ts';
import { findHomeTowns } from './find-home-towns.ts';
import { findStreets } from './find-streets.ts';
import { findTowns } from './find-towns.ts';
import type { PhiFinder } from './phi-hit.ts';
import { readAddressTail } from './read-address-tail.ts';

/** "Flat 3, ", "Rose Cottage, ", "Level 3, " and the like before a street. */
const ahead =
  /(?:(?<![\p{L}\d])(?:(?:flat|apartment|apt|unit|suite|level|floor|room|plot|house|block|blk|shop|lot|villa|tower|building|bldg|no|nr)\.? ?(?:no\.? ?|#)?[\dA-Z]{1,5}(?:[/-][\dA-Z]{1,4})?|#\d{1,4}[A-Z]?|(?:\p{Lu}[\p{L}'-]{1,20} ){1,3}(?:Cottage|House|Court|Villa|Residency|Apartments|Towers?|Mansions?|Building|Lodge|Farm|Manor|Hall))[,/]? ?){1,3}$/iu;

const startOf = (text: string, start: number) =>
  start - (ahead.exec(text.slice(Math.max(0, start - 48), start))?.[0].length ?? 0);

/** Reads on from each place once, as several patterns find the same street. */
const onceFor = (read: (position: number) => number) => {
  const known = new Map<number, number>();
  return (position: number): number => {
    const before = known.get(position);
    if (before !== undefined) return before;
    const found = read(position);
    known.set(position, found);
    return found;
  };
};

const parts = [findStreets, findCuedAddresses, findTowns, findHomeTowns];

/** Street addresses with what belongs to them, postal codes, boxes, and towns where somebody is said to live. */
export const findAddresses: PhiFinder = {
  patterns: parts.flatMap(({ patterns }) => patterns),
  find: (page) => {
    const startFrom = onceFor((start) => startOf(page.text, start));
    const endFrom = onceFor((end) => readAddressTail(page.text, end));
    return parts
      .flatMap(({ find }) => find(page))
      .map(({ kind, start, end }) => ({ kind, start: startFrom(start), end: endFrom(end) }));
  },
};
