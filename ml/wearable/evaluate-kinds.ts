import { rocAuc } from '../evaluation/roc-auc.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { anomalyEpisodes } from './anomaly-episodes.ts';
import { normalLabel, type Windows } from './windows.ts';

/** How well one kind of anomaly is found. */
export interface KindFigures {
  readonly kind: string;
  readonly windows: number;
  /** Against all normal windows, 0 … 1. */
  readonly auc: number;
  /** Share of its windows with an error at or above the threshold. */
  readonly recall: number;
  readonly episodes: number;
  /** Of which so many have a window at or above the threshold. */
  readonly detectedEpisodes: number;
  /** From the first window that holds a labelled sample to the first detected one; null when none is detected. */
  readonly medianDelaySeconds: number | null;
}

/** Windows with what a detector says of them. */
export interface ScoredWindows {
  readonly windows: Pick<Windows, 'count' | 'users' | 'labels' | 'endsMs'>;
  /** Higher = more unusual, shape [count], finite. */
  readonly scores: ArrayLike<number>;
  /** From which score on a window is called anomalous. */
  readonly threshold: number;
}

/** Windows further apart than this belong to two episodes, ms. */
const episodeGapMs = 60_000;

/**
 * Figures for each kind of anomaly, in order of its name.
 *
 * @param scored - each user's windows ascending in time, some of them normal
 */
export const evaluateKinds = ({ windows, scores, threshold }: ScoredWindows): KindFigures[] => {
  const episodes = anomalyEpisodes(windows, episodeGapMs);
  const kinds = [...new Set(windows.labels)].filter((label) => label !== normalLabel).sort();
  return kinds.map((kind) => {
    const compared = windows.labels.flatMap((label, window) =>
      label === kind || label === normalLabel ? [window] : [],
    );
    const labels = compared.map((window) => (windows.labels[window] === kind ? 1 : 0));
    const own = compared.filter((window) => windows.labels[window] === kind);
    const ofKind = episodes.filter((episode) => episode.kind === kind);
    const delays = ofKind.flatMap((episode) => {
      const found = episode.windows.find((window) => scores[window]! >= threshold);
      return found === undefined
        ? []
        : [(windows.endsMs[found]! - windows.endsMs[episode.windows[0]!]!) / 1000];
    });
    return {
      kind,
      windows: own.length,
      auc: rocAuc(
        labels,
        compared.map((window) => scores[window]!),
      ),
      recall: own.filter((window) => scores[window]! >= threshold).length / own.length,
      episodes: ofKind.length,
      detectedEpisodes: delays.length,
      medianDelaySeconds:
        delays.length === 0
          ? null
          : quantileOfSorted(
              delays.sort((a, b) => a - b),
              0.5,
            ),
    };
  });
};
