import { makeExtractBehavioralFeatures } from '../extract-behavioral-features/extract-behavioral-features.ts';
import { makeExtractMoodFeatures } from '../extract-mood-features/extract-mood-features.ts';
import { makeExtractSentimentFeatures } from '../extract-sentiment-features/extract-sentiment-features.ts';
import type { BatchFeatureRequest, FeatureRequest } from '../shared/extraction/feature-request.ts';
import { type FamilyResult, mergeFamilies } from '../shared/extraction/merge-families.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { FeatureExtractor } from '../shared/ports/feature-extractor.ts';
import type { JournalReader } from '../shared/ports/journal-reader.ts';
import type { SentimentAnalyser } from '../shared/ports/sentiment-analyser.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

export interface InProcessFeatures {
  readonly journals: JournalReader;
  readonly sentiment: SentimentAnalyser;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** The use cases of the three feature functions, run here instead of being invoked. */
export const makeInProcessFeatures = (deps: InProcessFeatures): FeatureExtractor => {
  const families = [
    batchOf(makeExtractMoodFeatures(deps)),
    batchOf(makeExtractBehavioralFeatures(deps)),
    batchOf(makeExtractSentimentFeatures(deps)),
  ];
  return {
    extract: async (pairs, days) => {
      const request = { requests: pairs.map(({ userId, asOf }) => ({ userId, asOf })), days };
      const results = await Promise.all(families.map((extract) => extract(request)));
      return pairs.map((_, index) => mergeFamilies(results.map((family) => family[index])));
    },
  };
};

interface BatchAnswer {
  readonly results: readonly FamilyResult[];
}

const batchOf =
  (extract: (request: FeatureRequest) => Promise<object>) =>
  async (request: BatchFeatureRequest): Promise<readonly FamilyResult[]> => {
    const answer = await extract(request);
    if (!isBatchAnswer(answer)) throw new TypeError('A batch is answered with results.');
    return answer.results;
  };

const isBatchAnswer = (answer: object): answer is BatchAnswer => 'results' in answer;
