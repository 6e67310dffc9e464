import * as z from 'zod';

/** How a network is trained; every field has the default that was chosen on real and made data. */
export const NetworkOptions = z.strictObject({
  hiddenUnits: z.array(z.int().min(1).max(1024)).min(1).max(4).default([64, 32]),
  /** Share of hidden units silenced at each step. */
  dropout: z.number().min(0).max(0.9).default(0.3),
  /** Penalty on the squares of all kernels of the deep path. */
  l2: z.number().min(0).default(1e-3),
  learningRate: z.number().positive().max(1).default(2e-3),
  batchSize: z.int().min(1).default(64),
  /** At most; training of a member stops earlier when its held-back persons stop gaining. */
  epochs: z.int().min(1).max(10_000).default(60),
  /** Epochs without a gain before stopping. */
  patience: z.int().min(1).default(6),
  /** Networks whose log-odds are averaged; also the parts that persons are dealt into. */
  members: z.int().min(3).max(20).default(5),
});

export type NetworkOptions = z.infer<typeof NetworkOptions>;
