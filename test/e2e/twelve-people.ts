import { appItems } from '../lambdas/support/app-items.ts';
import type { AppItem } from './app-table.ts';

const lastDay = 20_000;
const people = 12;

/** The end of the last day but six, so that what came after it is known. */
export const asOf = new Date((lastDay - 6) * 86_400_000 - 1).toISOString();

/** Twelve people of 70 days, a third of whom have three low days in a row after the cut-off. */
export const twelvePeople = (): readonly AppItem[] =>
  Array.from({ length: people }, (_, person) =>
    appItems({
      userId: `person-${person}`,
      lastDay,
      text: '',
      moods: Array.from({ length: 70 }, (_, day) =>
        day >= 65 && person % 3 === 0 ? 1 : 4 + ((day * 7 + person) % 5),
      ),
    }).filter(({ SK }) => !SK.startsWith('CHAT')),
  ).flat();
