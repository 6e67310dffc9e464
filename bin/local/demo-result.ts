import * as z from 'zod';
import { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import type { DemoData } from './demo-data.ts';

/** What prepareTrainingData answers when all went well; read, not trusted. */
export const PrepareAnswer = z.looseObject({
  statusCode: z.literal(200),
  body: z.looseObject({
    trainPath: z.string(),
    validationPath: z.string(),
    manifestPath: z.string(),
    timestamp: z.string(),
    totalSamples: z.number(),
    trainSamples: z.number(),
    validationSamples: z.number(),
    trainPositiveClass: z.number(),
    trainNegativeClass: z.number(),
    valPositiveClass: z.number(),
    valNegativeClass: z.number(),
    usersConsidered: z.number(),
    usersFailed: z.number(),
    rowsCensored: z.number(),
    trainingJobName: z.string().optional(),
    trainingError: z.unknown().optional(),
  }),
});
export type PrepareAnswer = z.infer<typeof PrepareAnswer>;

/** A row of the model registry. */
export const RegisteredModel = z.looseObject({
  modelName: z.string(),
  version: z.number(),
  status: z.enum(['approved', 'rejected']),
  reasons: z.array(z.string()),
  metrics: ModelMetrics,
  modelDataUrl: z.string(),
});
export type RegisteredModel = z.infer<typeof RegisteredModel>;

export interface DemoResult {
  readonly data: DemoData;
  readonly request: object;
  readonly answer: PrepareAnswer;
  readonly model: RegisteredModel;
  /** AUC of the true risks over the people of the validation file; null with one class only. */
  readonly bestAuc: number | null;
}
