import { z } from '@hono/zod-openapi';
import { SemanticVersion, Slug } from '../../../ml/datasets/feature-set.ts';
import {
  DataSplit,
  MetricName,
  MetricValue,
  PerformanceRecord,
} from '../../../ml/evaluation/performance-record.ts';
import { ScoredOutcomes } from '../../../ml/evaluation/scored-outcomes.ts';
import { Environment, StageChange } from '../../../ml/evaluation/stage-book.ts';

const versionNumber = z.int().min(1).max(1_000_000_000);
/** A version in a path or a query. */
export const VersionText = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'the number of a version' })
  .openapi({ example: '3' });

const instant = z.iso.datetime({ offset: true, error: 'an ISO 8601 instant with an offset' });

/** Figures that nothing can have beyond 0 … 1. */
const shares: ReadonlySet<string> = new Set([
  ...['auc', 'prAuc', 'brier', 'recall', 'sensitivity', 'specificity'],
  ...['precision', 'accuracy', 'f1', 'falsePositiveRate'],
]);
const isPossible = ([name, { value, low = value, high = value }]: [string, MetricValue]): boolean =>
  !shares.has(name) || (low >= 0 && high <= 1);

export const RecordPerformance = z
  .strictObject({
    modelId: Slug,
    version: versionNumber,
    environment: Environment,
    split: DataSplit,
    datasetId: Slug.optional(),
    datasetVersion: SemanticVersion.optional(),
    measuredAt: instant.optional().openapi({ description: 'Now where absent.' }),
    metrics: z
      .record(MetricName, MetricValue)
      .refine((metrics) => Object.keys(metrics).length <= 50, { error: 'at most 50 metrics' })
      .refine((metrics) => Object.entries(metrics).every(isPossible), {
        error: `from 0 to 1 in ${[...shares].join(', ')}`,
      })
      .default({}),
    outcomes: ScoredOutcomes.optional().openapi({
      description: 'From these auc, prAuc and brier are computed with 95 % intervals, where not given.',
    }),
  })
  .refine(({ metrics, outcomes }) => Object.keys(metrics).length > 0 || outcomes !== undefined, {
    path: ['metrics'],
    error: 'given where there are no outcomes',
  })
  .refine(({ datasetId, datasetVersion }) => datasetVersion === undefined || datasetId !== undefined, {
    path: ['datasetVersion'],
    error: 'left out where there is no datasetId',
  });
export type RecordPerformance = z.infer<typeof RecordPerformance>;

/** What recording set off: an alarm and a retraining come at most once a day for each model. */
export const FloorVerdict = z.strictObject({
  below: z.array(z.strictObject({ metric: MetricName, value: z.number(), floor: z.number() })),
  alarm: z.enum(['none', 'raised', 'raised-before']),
  retraining: z.enum(['none', 'started', 'started-before']),
});
export type FloorVerdict = z.infer<typeof FloorVerdict>;

export const RecordedPerformance = z.strictObject({ record: PerformanceRecord, floors: FloorVerdict });

export const PerformanceHistory = z.strictObject({
  records: z.array(PerformanceRecord),
  next: z.string().optional(),
});

export const VersionDifference = z.strictObject({
  version: z.int().min(1),
  baselineVersion: z.int().min(1),
  metric: MetricName,
  difference: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Null where neither outcomes nor intervals are known. */
  isWithinNoise: z.boolean().nullable(),
  method: z.enum(['paired-bootstrap', 'independent-bootstrap', 'intervals', 'none']),
});
export type VersionDifference = z.infer<typeof VersionDifference>;

export const ModelComparison = z.strictObject({
  modelId: Slug,
  environment: Environment.nullable(),
  split: DataSplit,
  /** One each, the newest there is. */
  records: z.array(PerformanceRecord),
  /** Of each other version less the first. */
  differences: z.array(VersionDifference),
  /** Whether all were measured on one version of one dataset. */
  isSameDataset: z.boolean(),
});
export type ModelComparison = z.infer<typeof ModelComparison>;

const DriftSide = z.strictObject({ recordId: z.string(), split: DataSplit, measuredAt: z.string() });

export const ScoreDrift = z.strictObject({
  modelId: Slug,
  version: z.int().min(1),
  environment: Environment,
  baseline: DriftSide,
  current: DriftSide,
  score: z.strictObject({
    baselineCount: z.int().min(1),
    currentCount: z.int().min(1),
    psi: z.number().min(0),
    psiExcess: z.number().openapi({ description: 'The index less what chance makes of it, 9(1/n + 1/m).' }),
    ks: z.number().min(0).max(1),
    ksPValue: z.number().min(0).max(1),
    hasMoved: z.boolean(),
  }),
});
export type ScoreDrift = z.infer<typeof ScoreDrift>;

export const Promote = z.strictObject({
  to: z.enum(['staging', 'production']).optional().openapi({ description: 'The next stage where absent.' }),
  reason: z.string().min(1).max(500).optional(),
});

export const RollBack = z.strictObject({ reason: z.string().min(1).max(500).optional() });

/** What a stage changes about what is served. */
export const Serving = z.strictObject({
  follows: z.enum(['production', 'nothing']).openapi({
    description: 'Whether the version in production is the one served, or nothing here serves the model.',
  }),
  how: z.string(),
});
export type Serving = z.infer<typeof Serving>;

export const StagedVersion = z.strictObject({
  modelId: Slug,
  version: z.int().min(1),
  stage: Environment,
  production: z.int().min(1).nullable(),
  revision: z.int().min(0),
  serving: Serving,
  history: z.array(StageChange),
});
export type StagedVersion = z.infer<typeof StagedVersion>;

export const ModelList = z.strictObject({
  models: z.array(
    z.strictObject({ modelId: z.string(), production: z.int().min(1).nullable(), versions: z.int().min(0) }),
  ),
});

export const ModelVersionList = z.strictObject({
  modelId: Slug,
  versions: z.array(
    z.strictObject({
      version: z.int().min(1),
      status: z.enum(['approved', 'rejected']),
      reasons: z.array(z.string()),
      createdAt: z.string(),
      stage: Environment,
    }),
  ),
  history: z.array(StageChange),
});
