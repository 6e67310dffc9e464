import type { DayClock } from '../../ml/time/utc-clock.ts';
import { changeBook } from '../shared/alert-book/change-book.ts';
import { type Anomaly, recordAnomalies, replaceEpisode } from '../shared/alert-book/record-anomalies.ts';
import type { AlertBook, AlertBooks, Episode } from '../shared/ports/alert-books.ts';
import type { Alerts } from '../shared/ports/alerts.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

export interface AlertPeopleDeps {
  readonly books: AlertBooks;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly newId: () => string;
}

/** Longer than a call may take, so that nobody else sends what is being sent. */
const claimMs = 60_000;

/**
 * Enters anomalies into a person's book and sends the alerts that are due, also those that an earlier call could
 * not send. Each episode is claimed before it is sent and marked after, so that calls at once send it once; only a
 * crash between the two sends it again: rather twice than never.
 *
 * A topic that cannot be reached fails nothing: the alert stays due, and the next call of this person sends it.
 *
 * @param person - with what their watch found, in any order; may be none
 */
export const alertPeople = async (
  deps: AlertPeopleDeps,
  person: {
    readonly userId: string;
    readonly anomalies: readonly Anomaly[];
    readonly zone: Pick<DayClock, 'dayOf'>;
  },
): Promise<void> => {
  const { books, clock, telemetry, newId } = deps;
  const { userId, anomalies, zone } = person;
  const now = clock.now();
  let begun: readonly Episode[] = [];
  let claimed: readonly Episode[] = [];
  await changeBook(books, userId, (book) => {
    const entered = recordAnomalies(book, anomalies, { newId, dayOf: (moment) => zone.dayOf(moment) });
    begun = entered.episodes.filter(({ id }) => !book.episodes.some((known) => known.id === id));
    claimed = entered.episodes.filter((episode) => isToBeSent(episode, now));
    return claimed.reduce(
      (next, episode) => withEpisode(next, { ...episode, claimedUntilMs: now + claimMs }),
      entered,
    );
  });
  const overBudget = begun.filter(({ alert }) => alert === 'over-budget').length;
  if (overBudget > 0) telemetry.count('AnomalyAlertsOverBudget', overBudget);
  for (const episode of claimed) await send(deps, userId, episode);
};

const isToBeSent = ({ alert, claimedUntilMs = 0 }: Episode, now: number): boolean =>
  alert === 'due' && claimedUntilMs <= now;

const withEpisode = (book: AlertBook, episode: Episode): AlertBook => ({
  ...book,
  episodes: replaceEpisode(book.episodes, episode),
});

const send = async (
  { books, alerts, telemetry }: AlertPeopleDeps,
  userId: string,
  { id, startMs }: Episode,
): Promise<void> => {
  try {
    await books.nameAlert({ episodeId: id, userId, startMs });
    await alerts.send({
      subject: 'Unusual wearable data',
      message: JSON.stringify({
        kind: 'health-anomaly',
        alertId: id,
        text: 'A watch has measured something unusual. Open the app to see what, and whether it was nothing.',
      }),
    });
    telemetry.count('AnomalyAlertsSent');
    await markSent(books, userId, id);
  } catch (error) {
    telemetry.count('AnomalyAlertFailures');
    telemetry.error('an alert could not be sent; the next sync tries again', error);
  }
};

const markSent = (books: AlertBooks, userId: string, episodeId: string): Promise<unknown> =>
  changeBook(books, userId, (book) => {
    const episode = book.episodes.find(({ id }) => id === episodeId);
    if (episode === undefined || episode.alert === 'sent') return book;
    return withEpisode(book, { ...episode, alert: 'sent', claimedUntilMs: undefined });
  });
