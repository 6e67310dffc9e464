import { counted } from '../wording.ts';
import type { ActivityFigures } from './activity-figures.ts';

/** A week has its working days and its weekend. */
export const enoughDays = 7;

/** What the amounts are called, such as `3,933 steps`. */
export type WriteAmount = (amount: number) => string;

/**
 * The sentences that steps and active calories share: amount, merging, days.
 *
 * @param what - begins the first sentence, such as `Step data`
 */
export const activitySentences = (
  figures: ActivityFigures,
  what: string,
  write: WriteAmount,
): readonly string[] => [
  `${what} show ${counted(figures.readings, 'record')} from ${counted(figures.sources, 'source')} on ` +
    `${counted(figures.days, 'day')}, ${write(figures.total)} in all.`,
  merged(figures, write),
  daily(figures, write),
  unfinished(figures),
];

const merged = (figures: ActivityFigures, write: WriteAmount) =>
  figures.notAdded === 0
    ? ''
    : `Records overlapped in time; what was counted twice (${write(figures.notAdded)}) is not added.`;

const daily = (figures: ActivityFigures, write: WriteAmount) =>
  figures.days === 1
    ? ''
    : `The daily mean was ${write(figures.meanPerDay)}, between ${write(figures.leastDay)} and ` +
      `${write(figures.mostDay)}.`;

const unfinished = (figures: ActivityFigures) => {
  if (figures.unfinishedDays === 0) return '';
  return figures.days === 1
    ? 'The day was not over when the data were exported, so its total may have risen since.'
    : 'The last day was not over when the data were exported, so its total may have risen since.';
};
