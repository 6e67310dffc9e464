import * as z from 'zod';

/** How an LSTM autoencoder is trained. The defaults are the seed's, and Keras's where the seed is silent. */
export const AutoencoderOptions = z.strictObject({
  /** At most so many passes over the training windows. */
  epochs: z.int().min(1).max(10_000).default(100),
  batchSize: z.int().min(1).max(4096).default(32),
  /** Width of the bottleneck. */
  encodingDim: z.int().min(1).max(1024).default(32),
  /** Widths of the layers before the bottleneck; those after it are their mirror image. */
  units: z.array(z.int().min(1).max(1024)).max(6).default([128, 64]),
  /** Share of values dropped after every layer but the bottleneck. */
  dropout: z.number().min(0).max(0.9).default(0.2),
  /** Of Adam, at the start. */
  learningRate: z.number().positive().max(1).default(0.001),
  /** Epochs without gain after which training ends. */
  patience: z.int().min(1).default(8),
  /** A fall of the validation loss by less than this share of it is no gain. */
  minGain: z.number().min(0).max(1).default(0.005),
  /** Epochs without gain after which the learning rate is reduced. */
  plateauPatience: z.int().min(1).default(3),
  /** The learning rate is multiplied by this. */
  plateauFactor: z.number().gt(0).lt(1).default(0.5),
  minLearningRate: z.number().positive().default(1e-5),
  /** Of the normal windows; held back to stop by, and to set the threshold by. */
  validationShare: z.number().gt(0).lt(1).default(0.2),
  /** Of the validation errors, at which the threshold lies. */
  thresholdPercentile: z.number().gt(0).lt(100).default(95),
  /** Decides the split, the first weights, the order of windows and the dropout masks. */
  seed: z.int().min(0).default(1),
});

export type AutoencoderOptions = z.infer<typeof AutoencoderOptions>;
