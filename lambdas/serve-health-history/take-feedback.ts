import { DomainError } from '../../ml/domain-error.ts';
import { changeBook } from '../shared/alert-book/change-book.ts';
import { recordFeedback, thresholdFactor } from '../shared/alert-book/threshold-factor.ts';
import type { AlertBook, AlertBooks, Episode } from '../shared/ports/alert-books.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { FeedbackRequest } from './schema.ts';

/** Nothing was found at the moment, or under the id, that somebody gives feedback on. */
export class EpisodeNotFoundError extends DomainError {
  readonly code = 'episode-not-found';

  constructor() {
    super('No anomaly of this user is known there; give a timestamp within one, or its alertId.');
  }
}

export interface FeedbackAnswer {
  readonly success: true;
  readonly alertId: string;
  /** False when the same was said before. */
  readonly changed: boolean;
  /** By how much this person's threshold is raised now, 1 … 3. */
  readonly thresholdFactor: number;
}

/**
 * Takes in whether an anomaly was one: a false alarm raises this person's threshold by 10 %, up to three times the
 * model's; a confirmed one lowers it, never below the model's. Nobody else's moves.
 *
 * @throws {EpisodeNotFoundError}
 */
export const makeTakeFeedback =
  (deps: { books: AlertBooks; clock: Clock; telemetry: Telemetry }) =>
  async (request: FeedbackRequest): Promise<FeedbackAnswer> => {
    const { books, clock, telemetry } = deps;
    let episodeId = '';
    let isChanged = false;
    const book = await changeBook(books, request.userId, (before) => {
      episodeId = episodeOf(before, request).id;
      const after = recordFeedback(before, { episodeId, verdict: request.verdict, atMs: clock.now() });
      isChanged = after !== before;
      return after;
    });
    const factor = thresholdFactor(book);
    if (isChanged) {
      telemetry.count(request.verdict === 'false-alarm' ? 'FalseAlarms' : 'ConfirmedAlarms');
      telemetry.info('feedback taken', { verdict: request.verdict, thresholdFactor: factor });
    }
    return { success: true, alertId: episodeId, changed: isChanged, thresholdFactor: factor };
  };

const episodeOf = ({ episodes }: AlertBook, { alertId, timestampMs }: FeedbackRequest): Episode => {
  const found = episodes.find(({ id, startMs, endMs }) =>
    timestampMs === undefined ? id === alertId : timestampMs >= startMs && timestampMs <= endMs,
  );
  if (found === undefined) throw new EpisodeNotFoundError();
  return found;
};
