import { type FeatureDrift, featureDrift } from '../../../ml/evaluation/feature-drift.ts';
import type { PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import type { Environment } from '../../../ml/evaluation/stage-book.ts';
import type { ModelPerformance } from '../../shared/ports/model-performance.ts';
import { NothingToCompareError } from './model-errors.ts';
import type { ScoreDrift } from './schema.ts';

/** Moved, where the index is more than a tenth beyond chance and chance alone would hardly make such a distance. */
const excessFrom = 0.1;
const pValueBelow = 0.01;
/** Records looked through for one with outcomes. */
const recordsLookedAt = 100;

export interface DriftRequest {
  readonly modelId: string;
  readonly version: number;
  readonly environment: Environment;
}

/** Whether a distribution has moved by more than chance. */
export const hasMoved = ({ psiExcess, ksPValue }: FeatureDrift): boolean =>
  psiExcess > excessFrom && ksPValue < pValueBelow;

/**
 * How far a version's scores in an environment have moved from those it gave when it was trained: the newest record
 * there against the newest of its training split, or else of its validation split.
 *
 * @throws {NothingToCompareError} when outcomes are missing on either side
 */
export const scoreDrift = async (
  performance: ModelPerformance,
  { modelId, version, environment }: DriftRequest,
): Promise<ScoreDrift> => {
  const newest = async (facts: {
    readonly environment?: Environment;
    readonly splits: readonly string[];
  }) => {
    for (const split of facts.splits) {
      const query = { modelId, version, environment: facts.environment, split, limit: recordsLookedAt };
      const { items } = await performance.history(query);
      const record = items.find(({ hasOutcomes }) => hasOutcomes);
      const outcomes = record && (await performance.outcomes(record));
      if (record !== undefined && outcomes !== undefined) return { record, scores: outcomes.scores };
    }
    const place = facts.environment === undefined ? '' : ` in ${facts.environment}`;
    throw new NothingToCompareError([version], `with outcomes on ${facts.splits.join(' or ')} rows${place}`);
  };
  const baseline = await newest({ splits: ['train', 'validation'] });
  const current = await newest({ environment, splits: ['live', 'test'] });
  const drift = featureDrift(baseline.scores, current.scores);
  return {
    modelId,
    version,
    environment,
    baseline: sideOf(baseline.record),
    current: sideOf(current.record),
    score: { ...drift, hasMoved: hasMoved(drift) },
  };
};

const sideOf = ({ recordId, split, measuredAt }: PerformanceRecord) => ({ recordId, split, measuredAt });
