/** The parts of npm `vader-sentiment` 1.1.3 that wellcast uses; it ships no types. */
declare module 'vader-sentiment/src/vader_lexicon.js' {
  /** Mean human ratings, −4 to 4, by word or emoticon. */
  export const lexicon: Readonly<Record<string, number>>;
}

/** The analyser itself, which tests compare with. */
declare module 'vader-sentiment' {
  interface VaderScores {
    readonly neg: number;
    readonly neu: number;
    readonly pos: number;
    readonly compound: number;
  }

  export const SentimentIntensityAnalyzer: {
    polarity_scores(text: string): VaderScores;
  };
}
