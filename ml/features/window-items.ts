import type { ZoneClock } from '../time/zone-clock.ts';

/** The local dates that end with asOf's own. */
export interface FeatureWindow {
  /** Milliseconds since 1970 UTC; items after it are left out. */
  readonly asOf: number;
  /** Local dates, ≥ 1. */
  readonly days: number;
}

/** The first index whose item is after an instant; items in ascending order. O(log n). */
const firstAfter = (items: readonly { readonly at: number }[], instant: number): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.at <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Where clocks went back across midnight yesterday came again for an hour: days may fall by one as time goes on. */
const datesThatMayComeAgain = 1;

/**
 * The items up to asOf on the last `days` local dates.
 *
 * O(log n + items in the window).
 *
 * @param items - in ascending order of `at`; not mutated
 * @returns in ascending order
 */
export const windowItems = <Item extends { readonly at: number }>(
  items: readonly Item[],
  window: FeatureWindow,
  clock: ZoneClock,
): readonly Item[] => {
  const lastDay = clock.dayOf(window.asOf);
  const firstDay = lastDay - window.days + 1;
  const found: Item[] = [];
  for (let i = firstAfter(items, window.asOf) - 1; i >= 0; i--) {
    const item = items[i]!;
    const day = clock.dayOf(item.at);
    if (day >= firstDay && day <= lastDay) found.push(item);
    else if (day < firstDay - datesThatMayComeAgain) break;
  }
  return found.reverse();
};

/**
 * The items after asOf on local dates up to `days` after asOf's own.
 *
 * @param items - in ascending order of `at`; not mutated
 * @returns in ascending order
 */
export const lookAheadItems = <Item extends { readonly at: number }>(
  items: readonly Item[],
  window: FeatureWindow,
  clock: ZoneClock,
): readonly Item[] => {
  const lastDay = clock.dayOf(window.asOf) + window.days;
  const found: Item[] = [];
  for (let i = firstAfter(items, window.asOf); i < items.length; i++) {
    const item = items[i]!;
    const day = clock.dayOf(item.at);
    if (day <= lastDay) found.push(item);
    else if (day > lastDay + datesThatMayComeAgain) break;
  }
  return found;
};
