import * as z from 'zod';

const count = z.int().nonnegative();

/** What a prepared dataset is, as the caller is told; totals count rows after balancing. */
export const DatasetAnswer = z.strictObject({
  success: z.literal(true),
  trainPath: z.string(),
  validationPath: z.string(),
  totalSamples: count,
  trainSamples: count,
  validationSamples: count,
  trainPositiveClass: count,
  trainNegativeClass: count,
  valPositiveClass: count,
  valNegativeClass: count,
  timestamp: z.string(),
  manifestPath: z.string(),
  usersConsidered: count,
  usersFailed: count,
  rowsCensored: count,
});

export type DatasetAnswer = z.infer<typeof DatasetAnswer>;

/** A complete dataset and what became of its training. */
export type TrainedDatasetAnswer = DatasetAnswer & {
  readonly trainingJobName?: string;
  /** The dataset stands, but training could not be started. */
  readonly trainingError?: { readonly code: string; readonly message: string };
};
