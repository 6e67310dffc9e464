import type { SentimentScores } from '../../../ml/text/sentiment-scores.ts';

export interface SentimentAnalyser {
  /**
   * Scores of each text, in order.
   *
   * @throws {SentimentFailedError} when a text could not be scored; it is never passed off as neutral
   */
  score(texts: readonly string[]): Promise<readonly SentimentScores[]>;
}
