import {
  BatchFailedError,
  type FeatureExtractor,
  type FeatureOutcome,
  type FeaturePair,
} from '../ports/feature-extractor.ts';
import type { Telemetry } from '../ports/telemetry.ts';

/**
 * Outcomes of one batch. A batch that fails as a whole is halved until the person who makes it fail stands alone;
 * where the service cannot be reached at all, halving would only multiply the calls, so all count as failed.
 */
export const extractBatch = async (
  deps: { features: FeatureExtractor; telemetry: Telemetry },
  pairs: readonly FeaturePair[],
  days: number,
): Promise<readonly FeatureOutcome[]> => {
  try {
    return await deps.features.extract(pairs, days);
  } catch (error) {
    if (!(error instanceof BatchFailedError) || pairs.length === 1) {
      deps.telemetry.error('features could not be extracted', error, { requests: pairs.length });
      return pairs.map(() => ({ ok: false, code: 'internal' }));
    }
    deps.telemetry.count('BisectedBatches');
    const middle = Math.ceil(pairs.length / 2);
    const first = await extractBatch(deps, pairs.slice(0, middle), days);
    return [...first, ...(await extractBatch(deps, pairs.slice(middle), days))];
  }
};
