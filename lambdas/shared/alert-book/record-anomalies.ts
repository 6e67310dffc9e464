import type { AlertBook, Episode } from '../ports/alert-books.ts';
import { fitsBudget } from './fits-budget.ts';

export interface Anomaly {
  readonly timestampMs: number;
  /** 0.7 … below 1. */
  readonly score: number;
}

/** What a new episode needs from outside. */
export interface EpisodeContext {
  readonly newId: () => string;
  /** The person's local date at a moment, as days since 1970-01-01. */
  readonly dayOf: (timestampMs: number) => number;
}

/** So long without an anomaly ends an episode. */
const quietMs = 30 * 60_000;
/** As many as fit an item of 400 KB several times over; more than a year of them where alerts are rare. */
const maxEpisodes = 300;
const maxAlertDays = 200;

/**
 * A book with anomalies entered: each prolongs the episode it falls into, or begins one, whose alert is due where
 * the budget allows. Entering the same again changes nothing, whatever the order, so a batch may come twice.
 *
 * @param anomalies - in any order
 * @returns the same book where nothing is new
 */
export const recordAnomalies = (
  book: AlertBook,
  anomalies: readonly Anomaly[],
  context: EpisodeContext,
): AlertBook =>
  [...anomalies]
    .sort((a, b) => a.timestampMs - b.timestampMs)
    .reduce((entered, anomaly) => recordAnomaly(entered, anomaly, context), book);

const recordAnomaly = (book: AlertBook, anomaly: Anomaly, context: EpisodeContext): AlertBook => {
  const { timestampMs, score } = anomaly;
  if (timestampMs <= book.forgottenUntilMs) return book;
  const known = book.episodes.find(
    ({ startMs, endMs }) => timestampMs > startMs - quietMs && timestampMs < endMs + quietMs,
  );
  if (known === undefined) return beginEpisode(book, anomaly, context);
  const grown: Episode = {
    ...known,
    startMs: Math.min(known.startMs, timestampMs),
    endMs: Math.max(known.endMs, timestampMs),
    peakScore: Math.max(known.peakScore, score),
  };
  const isSame =
    grown.startMs === known.startMs && grown.endMs === known.endMs && grown.peakScore === known.peakScore;
  return isSame ? book : withEpisodes(book, replaceEpisode(book.episodes, grown));
};

const beginEpisode = (
  book: AlertBook,
  { timestampMs, score }: Anomaly,
  { newId, dayOf }: EpisodeContext,
): AlertBook => {
  const day = dayOf(timestampMs);
  const mayAlert = fitsBudget(book.alertDays, day);
  const episode: Episode = {
    id: newId(),
    startMs: timestampMs,
    endMs: timestampMs,
    peakScore: score,
    alert: mayAlert ? 'due' : 'over-budget',
  };
  const alertDays = mayAlert ? [...new Set([...book.alertDays, day])].sort((a, b) => a - b) : book.alertDays;
  return withEpisodes({ ...book, alertDays: alertDays.slice(-maxAlertDays) }, [...book.episodes, episode]);
};

/** Episodes with one of them replaced. */
export const replaceEpisode = (episodes: readonly Episode[], changed: Episode): readonly Episode[] =>
  episodes.map((episode) => (episode.id === changed.id ? changed : episode));

const withEpisodes = (book: AlertBook, episodes: readonly Episode[]): AlertBook => {
  const ordered = [...episodes].sort((a, b) => a.startMs - b.startMs);
  const forgotten = ordered.slice(0, Math.max(0, ordered.length - maxEpisodes));
  return {
    ...book,
    episodes: ordered.slice(forgotten.length),
    forgottenUntilMs: Math.max(book.forgottenUntilMs, ...forgotten.map(({ endMs }) => endMs)),
  };
};
