import { appItems } from './app-items.ts';

const lastDay = Math.floor(Date.now() / 86_400_000);
const calm = Array.from({ length: 120 }, (_, index) => 5 + (index % 3));
// Dates 9 to 2 before today are the look-ahead of the default asOf.
const crisis = [...calm.slice(0, -9), 2, 1, 2, 2, 5, 5, 5, 5, 5];

/**
 * Items of nine calm people and five who come into a crisis, the last of whom has opted out.
 *
 * @param canary - in every id and text; must never come out again
 */
export const fourteenPeople = (canary: string): readonly Record<string, unknown>[] =>
  Array.from({ length: 14 }, (_, index) =>
    appItems({
      userId: `${canary}-${index}`,
      moods: index < 9 ? calm : crisis,
      lastDay,
      text: `${canary} wrote this`,
      profile: index === 13 ? { mlOptOut: true } : { timezone: 'Europe/Berlin' },
    }),
  ).flat();
