import {
  areSameRows,
  compareOutcomes,
  type FigureDifference,
} from '../../../ml/evaluation/compare-outcomes.ts';
import { differenceOfEstimates } from '../../../ml/evaluation/difference-of-estimates.ts';
import type { MetricValue, PerformanceRecord } from '../../../ml/evaluation/performance-record.ts';
import type { ScoredOutcomes } from '../../../ml/evaluation/scored-outcomes.ts';
import type { Environment } from '../../../ml/evaluation/stage-book.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import type { ModelPerformance } from '../../shared/ports/model-performance.ts';
import { NothingToCompareError } from './model-errors.ts';
import { resamples } from './record-performance.ts';
import type { ModelComparison, VersionDifference } from './schema.ts';

export interface ComparisonRequest {
  readonly modelId: string;
  /** The first is what the others are compared with. */
  readonly versions: readonly number[];
  readonly environment?: Environment | undefined;
  readonly split: PerformanceRecord['split'];
}

interface Measured {
  readonly record: PerformanceRecord;
  readonly outcomes: ScoredOutcomes | undefined;
}

/**
 * The newest figures of versions side by side, and whether the others differ from the first by more than chance would
 * make them: by a bootstrap over the persons where outcomes are kept, else by the recorded intervals.
 *
 * @throws {NothingToCompareError} when nothing was recorded of a version there
 */
export const compareVersions = async (
  performance: ModelPerformance,
  request: ComparisonRequest,
): Promise<ModelComparison> => {
  const { modelId, versions, environment, split } = request;
  const found = await Promise.all(
    versions.map(async (version) => {
      const { items } = await performance.history({ modelId, version, environment, split, limit: 1 });
      return { version, record: items[0] };
    }),
  );
  const missing = found.filter(({ record }) => record === undefined).map(({ version }) => version);
  if (missing.length > 0) throw new NothingToCompareError(missing);
  const measured = await Promise.all(
    found.flatMap(({ record }) =>
      record === undefined
        ? []
        : [performance.outcomes(record).then((outcomes): Measured => ({ record, outcomes }))],
    ),
  );
  const [baseline, ...others] = measured;
  const places = new Set(measured.map(({ record }) => `${record.datasetId} ${record.datasetVersion}`));
  return {
    modelId,
    environment: environment ?? null,
    split,
    records: measured.map(({ record }) => record),
    differences: baseline === undefined ? [] : others.flatMap((other) => differencesOf(other, baseline)),
    isSameDataset: places.size === 1 && baseline?.record.datasetVersion !== undefined,
  };
};

const differencesOf = (other: Measured, baseline: Measured): VersionDifference[] => {
  const sides = { version: other.record.version, baselineVersion: baseline.record.version };
  const bootstrapped = bootstrap(other.outcomes, baseline.outcomes);
  const baselineMetrics = new Map(Object.entries(baseline.record.metrics));
  return Object.entries(other.record.metrics).flatMap(([metric, figure]): VersionDifference[] => {
    const base = baselineMetrics.get(metric);
    if (base === undefined) return [];
    const known = bootstrapped?.differences.get(metric);
    if (known !== undefined && bootstrapped !== undefined) {
      return [{ ...sides, metric, method: bootstrapped.method, ...judged(known) }];
    }
    const estimated = ofIntervals(figure, base);
    if (estimated !== undefined) return [{ ...sides, metric, method: 'intervals', ...judged(estimated) }];
    const difference = figure.value - base.value;
    const unknown = { low: null, high: null, isWithinNoise: null };
    return [{ ...sides, metric, method: 'none', difference, ...unknown }];
  });
};

const judged = ({ difference, low, high }: FigureDifference) => ({
  difference,
  low,
  high,
  isWithinNoise: low <= 0 && high >= 0,
});

const bootstrap = (one: ScoredOutcomes | undefined, other: ScoredOutcomes | undefined) => {
  if (one === undefined || other === undefined) return undefined;
  const differences: ReadonlyMap<string, FigureDifference> = compareOutcomes(one, other, {
    resamples,
    random: seededRandom('comparison'),
  });
  const method = areSameRows(one, other) ? ('paired-bootstrap' as const) : ('independent-bootstrap' as const);
  return { differences, method };
};

const ofIntervals = (figure: MetricValue, base: MetricValue): FigureDifference | undefined => {
  const { value, low, high } = figure;
  const { low: baseLow, high: baseHigh } = base;
  if (low === undefined || high === undefined || baseLow === undefined || baseHigh === undefined)
    return undefined;
  return differenceOfEstimates({ value, low, high }, { value: base.value, low: baseLow, high: baseHigh });
};
