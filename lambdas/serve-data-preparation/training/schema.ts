import { z } from '@hono/zod-openapi';

const integerFrom = (lowest: number, highest: number) => z.int().min(lowest).max(highest).optional();

/** What prepareTrainingData is asked for; it has its defaults itself. */
const Parameters = z.strictObject({
  minDays: integerFrom(7, 3650),
  validationSplit: z.number().min(0.05).max(0.5).optional(),
  days: integerFrom(7, 365),
  asOf: z.iso.datetime({ offset: true }).optional(),
  cutoffsPerUser: integerFrom(1, 52),
  cutoffStrideDays: integerFrom(1, 90),
  labelPolicy: z.enum(['any', 'asserted']).optional(),
  splitBy: z.enum(['user', 'time']).optional(),
  balance: z.enum(['both', 'train', 'none']).optional(),
  seed: integerFrom(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  maxFailedUserFraction: z.number().min(0).max(1).optional(),
  triggerTraining: z.boolean().optional(),
});

export const StartTrainingRun = z.strictObject({
  runId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, { error: '1 to 64 letters, digits and hyphens' })
    .optional()
    .openapi({ description: 'The same id again is the same run. One is made where absent.' }),
  parameters: Parameters.default({}).openapi({ description: 'As of prepareTrainingData.' }),
});
export type StartTrainingRun = z.infer<typeof StartTrainingRun>;

export const RunId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, { error: '1 to 64 letters, digits and hyphens' });

export const TrainingRunState = z.strictObject({
  runId: RunId,
  state: z.enum(['queued', 'preparing', 'prepared', 'training', 'completed', 'failed', 'stopped']).openapi({
    description:
      'queued · preparing the data · prepared, without training · training · completed, failed or stopped',
  }),
  requestedAt: z.string(),
  datasetTimestamp: z.string().optional(),
  trainingJobName: z.string().optional(),
  failureCode: z.string().optional(),
});
export type TrainingRunState = z.infer<typeof TrainingRunState>;
