import { normalLabel, type Windows } from './windows.ts';

/** A stretch of time in which the windows of one user hold the same kind of anomaly. */
export interface AnomalyEpisode {
  readonly user: string;
  readonly kind: string;
  /** Numbers of its windows, ascending in time. */
  readonly windows: readonly number[];
}

/**
 * The anomalies that labelled windows hold: each run of windows of one user with one label.
 *
 * @param windows - each user's ascending in time
 * @param maxGapMs - windows that end further apart belong to two episodes
 */
export const anomalyEpisodes = (
  { count, users, labels, endsMs }: Pick<Windows, 'count' | 'users' | 'labels' | 'endsMs'>,
  maxGapMs: number,
): AnomalyEpisode[] => {
  const episodes: { user: string; kind: string; windows: number[] }[] = [];
  for (let window = 0; window < count; window += 1) {
    const kind = labels[window]!;
    const user = users[window]!;
    if (kind === normalLabel) continue;
    const last = episodes.at(-1);
    const isSame =
      last?.windows.at(-1) === window - 1 &&
      last.kind === kind &&
      last.user === user &&
      endsMs[window]! - endsMs[window - 1]! <= maxGapMs;
    if (isSame) last.windows.push(window);
    else episodes.push({ user, kind, windows: [window] });
  }
  return episodes;
};
