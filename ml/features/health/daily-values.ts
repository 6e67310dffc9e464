import type { ZoneClock } from '../../time/zone-clock.ts';
import type { FeatureWindow } from '../window-items.ts';
import type { DailyRule, HealthEntry } from './health-series.ts';

interface Total {
  sum: number;
  count: number;
}

const byDayAndSource = (entries: readonly HealthEntry[], window: FeatureWindow, clock: ZoneClock) => {
  const today = clock.dayOf(window.asOf);
  const days = new Map<number, Map<string, Total>>();
  for (const { at, countsAt = at, value, source = '' } of entries) {
    if (at > window.asOf) continue;
    const day = clock.dayOf(countsAt);
    if (day > today || day <= today - window.days) continue;
    const sources = days.get(day) ?? new Map<string, Total>();
    days.set(day, sources);
    const total = sources.get(source);
    if (total === undefined) sources.set(source, { sum: value, count: 1 });
    else {
      total.sum += value;
      total.count += 1;
    }
  }
  return days;
};

const dateValue = (totals: readonly Total[], rule: DailyRule): number => {
  if (rule === 'total') return Math.max(...totals.map(({ sum }) => sum));
  const count = totals.reduce((all, of) => all + of.count, 0);
  return totals.reduce((all, of) => all + of.sum, 0) / count;
};

/**
 * One value for each local date of the window that has one; a date without entries has none.
 *
 * @param entries - in any order; those after asOf are not looked at
 * @param window - the local dates that end with asOf's own
 * @returns value by age in days: 0 is asOf's own date, window.days − 1 the first
 * @example
 * dailyValues([{ at: 5, value: 60 }, { at: 7, value: 70 }], { asOf: 9, days: 7 }, { clock: { dayOf: () => 0 }, rule: 'mean' }) // => new Map([[0, 65]])
 */
export const dailyValues = (
  entries: readonly HealthEntry[],
  window: FeatureWindow,
  { clock, rule }: { readonly clock: ZoneClock; readonly rule: DailyRule },
): ReadonlyMap<number, number> => {
  const today = clock.dayOf(window.asOf);
  // In order of entries' time, so that sums do not depend on how entries came.
  const ordered = entries.toSorted((one, other) => one.at - other.at || one.value - other.value);
  return new Map(
    [...byDayAndSource(ordered, window, clock)]
      .sort(([one], [other]) => one - other)
      .map(([day, sources]) => [today - day, dateValue([...sources.values()], rule)]),
  );
};
