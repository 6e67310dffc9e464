import { z } from '@hono/zod-openapi';
import { DataSplit } from '../../../ml/evaluation/performance-record.ts';
import { Environment } from '../../../ml/evaluation/stage-book.ts';

/** Null: of 1 to 10 people, and so not told. */
const count = z.int().min(0).nullable();
const share = z.number().min(0).max(1);

const ColumnDistribution = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('number'),
    column: z.string(),
    missingShare: share,
    parentMissingShare: share.nullable(),
    deciles: z.array(z.number()).openapi({
      description:
        'The nine deciles, 10 % to 90 %; empty where every cell is missing. Extremes are of single people.',
    }),
    parentDeciles: z.array(z.number()).nullable(),
  }),
  z.strictObject({
    type: z.literal('text'),
    column: z.string(),
    missingShare: share,
    parentMissingShare: share.nullable(),
    values: z
      .array(z.strictObject({ value: z.string(), share, parentShare: share.nullable() }))
      .openapi({ description: 'The most frequent, each of at least 11 rows, as shares of all rows.' }),
  }),
]);

export const DatasetFigures = z.strictObject({
  datasetId: z.string(),
  /** Newest first, at most ten. */
  versions: z.array(
    z.strictObject({
      version: z.string(),
      createdAt: z.string(),
      state: z.enum(['current', 'superseded', 'expired']),
      rows: count,
      people: count,
    }),
  ),
  latest: z
    .strictObject({
      version: z.string(),
      parent: z.string().nullable(),
      classBalance: z.array(z.strictObject({ value: z.string(), train: count, test: count })),
      distributions: z.array(ColumnDistribution).openapi({ description: 'At most 40 columns.' }),
    })
    .nullable()
    .openapi({ description: 'Null where no version is in use, or the newest holds fewer than 11 people.' }),
});
export type DatasetFigures = z.infer<typeof DatasetFigures>;

export const ModelFigures = z.strictObject({
  modelId: z.string(),
  production: z.int().min(1).nullable(),
  series: z.array(
    z.strictObject({
      metric: z.string(),
      environment: Environment,
      split: DataSplit,
      /** Oldest first, of the newest 100 records. */
      points: z.array(
        z.strictObject({
          at: z.string(),
          version: z.int().min(1),
          value: z.number(),
          low: z.number().nullable(),
          high: z.number().nullable(),
        }),
      ),
    }),
  ),
});
export type ModelFigures = z.infer<typeof ModelFigures>;

export const AnomalyFigures = z.strictObject({
  /** Twenty bins of width 0.05, of a sample of what watches sent. */
  scores: z.array(z.strictObject({ from: z.number(), to: z.number(), count })),
  /** Days on which people were told of an anomaly, the last 30 days (UTC), oldest first. */
  alertsByDay: z.array(z.strictObject({ date: z.string(), alerts: count })),
});
export type AnomalyFigures = z.infer<typeof AnomalyFigures>;

export const DashboardSummary = z.strictObject({
  generatedAt: z.string(),
  /** Counts of fewer people are null. */
  smallestGroup: z.int(),
  datasets: z.array(DatasetFigures),
  models: z.array(ModelFigures),
  anomalies: AnomalyFigures,
  /** Newest first, at most 20. */
  trainingJobs: z.array(
    z.strictObject({
      jobName: z.string(),
      status: z.string(),
      startedAt: z.string().nullable(),
      endedAt: z.string().nullable(),
    }),
  ),
  /** Newest first, at most 20; of whom is not told. */
  audit: z.array(
    z.strictObject({
      sequence: z.int().min(1),
      at: z.string(),
      actor: z.string().openapi({ description: "The actor's role, or the function that acted." }),
      action: z.string(),
      outcome: z.enum(['done', 'refused', 'not-found', 'failed']),
    }),
  ),
});
export type DashboardSummary = z.infer<typeof DashboardSummary>;
