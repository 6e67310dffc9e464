import { thresholdFactor } from '../shared/alert-book/threshold-factor.ts';
import type { AlertBook, AlertBooks, Verdict } from '../shared/ports/alert-books.ts';
import type { HealthHistory } from '../shared/ports/health-history.ts';
import type { StatusRequest } from './schema.ts';

/** One stretch of anomalies, as its person may see it. */
export interface EpisodeStatus {
  readonly alertId: string;
  readonly start: number;
  readonly end: number;
  readonly peakScore: number;
  readonly alert: 'due' | 'sent' | 'over-budget';
  readonly verdict: Verdict | null;
}

export interface StatusAnswer {
  readonly devices: readonly { readonly deviceId: string; readonly lastTimestamp: number | null }[];
  /** Whether samples wait for a model to score them. */
  readonly awaitingScores: boolean;
  /** By how much this person's threshold is raised, 1 … 3. */
  readonly thresholdFactor: number;
  /** The newest first. */
  readonly episodes: readonly EpisodeStatus[];
}

const latestMs = 253_402_300_799_999;
const maxEpisodes = 20;

/** Where a person's watches stand: when each was heard of last, what was found, and what was said of it. */
export const makeReadStatus =
  ({ history, books }: { history: HealthHistory; books: AlertBooks }) =>
  async ({ userId }: StatusRequest): Promise<StatusAnswer> => {
    const [deviceIds, { book }, awaitingScores] = await Promise.all([
      history.devices(userId),
      books.read(userId),
      history.isAwaitingScores(userId),
    ]);
    const devices = await Promise.all(
      deviceIds.map(async (deviceId) => {
        const newest = await history.newest({ userId, deviceId }, { fromMs: 0, toMs: latestMs, limit: 1 });
        return { deviceId, lastTimestamp: newest[0]?.timestampMs ?? null };
      }),
    );
    return { devices, awaitingScores, thresholdFactor: thresholdFactor(book), episodes: episodesOf(book) };
  };

const episodesOf = ({ episodes, feedback }: AlertBook): readonly EpisodeStatus[] =>
  episodes
    .slice(-maxEpisodes)
    .reverse()
    .map(({ id, startMs, endMs, peakScore, alert }) => ({
      alertId: id,
      start: startMs,
      end: endMs,
      peakScore,
      alert,
      verdict: feedback.find(({ episodeId }) => episodeId === id)?.verdict ?? null,
    }));
