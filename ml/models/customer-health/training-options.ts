import * as z from 'zod';

/** How a multi-task network is trained; the defaults are the training guide's. */
export const TrainingOptions = z.strictObject({
  /** Widths of the shared layers; all but the last are followed by batch normalisation and dropout. */
  hiddenUnits: z.array(z.int().min(1).max(2048)).min(1).max(6).default([128, 64, 32]),
  /** Share of units silenced behind each shared layer but the last; the last of these for layers beyond. */
  dropout: z.array(z.number().min(0).max(0.9)).min(1).max(6).default([0.3, 0.2]),
  /** Penalty on the squares of all kernels. */
  l2: z.number().min(0).max(1).default(0.03),
  /** Penalty on the length of each input's weights, under which those that say little fall silent. */
  inputPenalty: z.number().min(0).max(10).default(0.7),
  learningRate: z.number().positive().max(1).default(1e-3),
  batchSize: z.int().min(2).max(65_536).default(64),
  /** At most; training ends earlier when the validation customers stop gaining. */
  epochs: z.int().min(1).max(10_000).default(50),
  /** Epochs without a gain before the end. */
  patience: z.int().min(1).default(12),
  /** Learned from the tasks' own uncertainty, or one fixed weight a task. */
  taskWeights: z.union([z.literal('learned'), z.array(z.number().min(0)).min(1)]).default('learned'),
  seed: z.int().min(0).default(1),
});

export type TrainingOptions = z.infer<typeof TrainingOptions>;
