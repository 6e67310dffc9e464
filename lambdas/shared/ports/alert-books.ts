/** What a person said about an episode. */
export type Verdict = 'false-alarm' | 'confirmed';

/** A stretch of anomalous samples without half an hour of quiet in it. */
export interface Episode {
  /** Names it to whoever must not know whose it is. */
  readonly id: string;
  readonly startMs: number;
  /** Of the last anomalous sample so far. */
  readonly endMs: number;
  /** Highest score, 0.7 … below 1. */
  readonly peakScore: number;
  /** Whether people are told: they shall be, have been, or have been told on enough days already. */
  readonly alert: 'due' | 'sent' | 'over-budget';
  /** Until when somebody else is telling them. */
  readonly claimedUntilMs?: number | undefined;
}

/** What a person said, and when. */
export interface Feedback {
  readonly episodeId: string;
  readonly verdict: Verdict;
  readonly atMs: number;
}

/** All that is remembered of one person's anomalies. */
export interface AlertBook {
  /** In order of time; they do not overlap. */
  readonly episodes: readonly Episode[];
  /** Moments up to this one belong to episodes that are no longer kept. */
  readonly forgottenUntilMs: number;
  /** Local dates with an alert, as days since 1970-01-01, ascending. */
  readonly alertDays: readonly number[];
  /** In the order in which it came; one for an episode. */
  readonly feedback: readonly Feedback[];
  /** What feedback that is no longer kept has made of the threshold, 1 … 3. */
  readonly baseFactor: number;
}

/** A book, and what it must still be when it is replaced. */
export interface BookRevision {
  readonly book: AlertBook;
  readonly revision: number;
}

/** One book a person. */
export interface AlertBooks {
  /** An empty book, of revision 0, for a person who has none. */
  read(userId: string): Promise<BookRevision>;
  /** False, and nothing changed, when the book is no longer of this revision. */
  replace(userId: string, next: BookRevision): Promise<boolean>;
  /** Writes down whose episode an alert speaks of, so that the alert itself need not say. */
  nameAlert(alert: {
    readonly episodeId: string;
    readonly userId: string;
    readonly startMs: number;
  }): Promise<void>;
}
