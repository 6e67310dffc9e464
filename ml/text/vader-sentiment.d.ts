/** The parts of npm `vader-sentiment` 1.1.3 that wellcast calls; it ships no types. */
declare module 'vader-sentiment' {
  interface VaderScores {
    readonly neg: number;
    readonly neu: number;
    readonly pos: number;
    readonly compound: number;
  }

  /** A text cut into words, as its `SentiText` class would have it. */
  interface VaderText {
    readonly text: string;
    readonly words_and_emoticons: readonly string[];
    readonly is_cap_diff: boolean;
  }

  export const SentimentIntensityAnalyzer: {
    polarity_scores(text: string): VaderScores;
    /** Appends the valence of word number `index` to `sentiments`, and returns that list. */
    sentiment_valence(
      valence: number,
      text: VaderText,
      word: string,
      index: number,
      sentiments: number[],
    ): number[];
    score_valence(sentiments: readonly number[], text: string): VaderScores;
  };
}
