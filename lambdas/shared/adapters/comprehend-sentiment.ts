import {
  BatchDetectSentimentCommand,
  type BatchDetectSentimentItemResult,
  type ComprehendClient,
} from '@aws-sdk/client-comprehend';
import { DomainError } from '../../../ml/domain-error.ts';
import type { SentimentScores } from '../../../ml/text/sentiment-scores.ts';
import { isTransient } from '../is-transient.ts';
import type { SentimentAnalyser } from '../ports/sentiment-analyser.ts';
import type { Sleep } from '../ports/sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { withRetries } from '../with-retries.ts';
import { truncateUtf8 } from './truncate-utf8.ts';

/** Comprehend scored some texts twice without success; the person must not pass for someone who wrote neutrally. */
export class SentimentFailedError extends DomainError {
  readonly code = 'sentiment-failed';

  constructor(failedTexts: number, texts: number) {
    super(`Sentiment could not be told for ${failedTexts} of ${texts} texts, tried twice; try again later.`, {
      failedTexts,
      texts,
    });
  }
}

/** Limits of BatchDetectSentiment: documents a call, UTF-8 bytes a document. */
const textsPerCall = 25;
const maxBytes = 5_000;

interface ComprehendOptions {
  readonly client: ComprehendClient;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly telemetry: Telemetry;
}

/**
 * Sentiment by Amazon Comprehend, in English.
 *
 * Comprehend's `Mixed` share is spread evenly over positive and negative, since it means both at once; compound is
 * positive − negative, in [−1, 1].
 */
export const makeComprehendSentiment = (options: ComprehendOptions): SentimentAnalyser => ({
  score: async (texts) => {
    const scores = new Array<SentimentScores>(texts.length);
    let pending = [...texts.keys()];
    for (const round of ['first', 'again']) {
      const failed: number[] = [];
      for (let start = 0; start < pending.length; start += textsPerCall) {
        const positions = pending.slice(start, start + textsPerCall);
        const results = await detect(
          positions.map((position) => truncateUtf8(texts[position] ?? '', maxBytes)),
          options,
        );
        for (const [index, position] of positions.entries()) {
          const found = results.get(index);
          if (found === undefined) failed.push(position);
          else scores[position] = found;
        }
      }
      if (failed.length > 0) options.telemetry.warn('texts not scored', { round, texts: failed.length });
      pending = failed;
    }
    if (pending.length > 0) throw new SentimentFailedError(pending.length, texts.length);
    return scores;
  },
});

/** Scores by index; those that Comprehend listed as errors, or left out, are absent. */
const detect = async (
  texts: readonly string[],
  { client, sleep, random, telemetry }: ComprehendOptions,
): Promise<ReadonlyMap<number, SentimentScores>> => {
  const answer = await withRetries(
    () => client.send(new BatchDetectSentimentCommand({ TextList: [...texts], LanguageCode: 'en' })),
    {
      attempts: 8,
      baseDelayMs: 100,
      maxDelayMs: 5_000,
      sleep,
      random,
      retryable: isTransient,
      onRetry: () => telemetry.count('RetriedCalls'),
    },
  );
  const scores = new Map<number, SentimentScores>();
  for (const result of answer.ResultList ?? []) {
    const found = scoresOf(result);
    if (result.Index !== undefined && found !== undefined) scores.set(result.Index, found);
  }
  return scores;
};

const scoresOf = ({ SentimentScore }: BatchDetectSentimentItemResult): SentimentScores | undefined => {
  const { Positive, Negative, Neutral, Mixed } = SentimentScore ?? {};
  if (Positive === undefined || Negative === undefined || Neutral === undefined) return undefined;
  const spread = (Mixed ?? 0) / 2;
  const positive = Positive + spread;
  const negative = Negative + spread;
  return { positive, negative, neutral: Neutral, compound: positive - negative };
};
