/** How a text feels, by an analyser. */
export interface SentimentScores {
  /** Share of the text that is negative, 0 to 1; with neutral and positive it sums to about 1. */
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** The whole, −1 (most negative) to 1 (most positive). */
  readonly compound: number;
}
