import { countText, dateText } from './format.ts';
import type { AnomalyFigures } from './summary.ts';
import type { TableView } from './table-view.ts';

type Bin = AnomalyFigures['scores'][number];
type Day = AnomalyFigures['alertsByDay'][number];

export interface ScoreBar extends Bin {
  readonly count: number;
}

/** Bins that may be drawn as bars. */
export const scoreBars = (scores: readonly Bin[]): ScoreBar[] =>
  scores.flatMap(({ count, ...bin }) => (count === null || count === 0 ? [] : [{ ...bin, count }]));

/** Bins of too few people, by their middle; they get a mark instead of a bar. */
export const hiddenBins = (scores: readonly Bin[]): number[] =>
  scores.filter(({ count }) => count === null).map(({ from, to }) => (from + to) / 2);

/** Whether no watch has been scored at all. */
export const isNobodyScored = (scores: readonly Bin[]): boolean => scores.every(({ count }) => count === 0);

/** The bins as text; empty ones are left out. */
export const scoresTable = (scores: readonly Bin[], smallestGroup: number): TableView => ({
  caption: 'Anomaly scores',
  columns: [{ label: 'Score' }, { label: 'Samples', isNumber: true }],
  rows: scores
    .filter(({ count }) => count !== 0)
    .map(({ from, to, count }) => [
      `${from.toFixed(2)} to ${to.toFixed(2)}`,
      count === null ? `of ${countText(count, smallestGroup)} people` : countText(count, smallestGroup),
    ]),
});

export interface DayBar {
  readonly date: Date;
  readonly alerts: number;
}

/** Days that may be drawn as bars. */
export const dayBars = (days: readonly Day[]): DayBar[] =>
  days.flatMap(({ date, alerts }) =>
    alerts === null || alerts === 0 ? [] : [{ date: new Date(date), alerts }],
  );

/** Days with alerts to too few people. */
export const hiddenDays = (days: readonly Day[]): Date[] =>
  days.filter(({ alerts }) => alerts === null).map(({ date }) => new Date(date));

/** Whether nobody was told of an anomaly. */
export const isWithoutAlerts = (days: readonly Day[]): boolean => days.every(({ alerts }) => alerts === 0);

/** The days as text, newest first. */
export const alertsTable = (days: readonly Day[], smallestGroup: number): TableView => ({
  caption: 'People told of an anomaly, by day',
  columns: [{ label: 'Day (UTC)' }, { label: 'People', isNumber: true }],
  rows: days
    .toReversed()
    .filter(({ alerts }) => alerts !== 0)
    .map(({ date, alerts }) => [dateText(date), countText(alerts, smallestGroup)]),
});
