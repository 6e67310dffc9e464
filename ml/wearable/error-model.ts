import * as z from 'zod/mini';

const shape = {
  /** Samples in a window. */
  steps: z.int().check(z.gte(1)),
  /** Columns of a window. */
  features: z.int().check(z.gte(1)),
  /** The first so many columns are measurements and can be anomalous; the calendar after them cannot. */
  judgedFeatures: z.int().check(z.gte(1)),
};

/** Where a vector usually lies and how it varies: means, shape [n], and inverse covariance, shape [n × n]. */
const gaussian = {
  means: z.array(z.number()),
  precision: z.array(z.number()),
};

/**
 * What is usual depends on what the person does: a runner's heart may differ by more from what was expected than
 * that of somebody who sits.
 */
const regimes = {
  /** Index of the feature whose mean over the window tells the regimes apart; absent where there is one only. */
  regimeFeature: z.optional(z.int().check(z.gte(0))),
  /** Means, standardised, that divide the regimes; ascending, one fewer than the regimes. */
  bounds: z.array(z.number()),
  regimes: z.array(z.strictObject(gaussian)).check(z.minLength(1)),
};

/**
 * Which number a window's error is, with what had to be learned for it from normal windows. Part of
 * `threshold.json`.
 *
 * - `mse`: mean squared difference over all steps and features.
 * - `normalised`: the same over the measured features, each step and feature divided by its variance in normal
 *   windows.
 * - `correlated`: Mahalanobis distance of each step's differences, averaged over the steps (Malhotra et al. 2016,
 *   EncDec-AD).
 * - `profile`: Mahalanobis distance of how each measured feature differs over the whole window: on average, in
 *   size and from step to step; compared with normal windows in which the person moves as much.
 * - `combined`: the same distance of what the window itself looks like, together with how its first feature differs.
 * - `conditional`: the same again of the first feature alone, given what the others look like: how unusual a heart rate
 *   is for what the person does.
 * - `raised`: how far the first feature lies above its reconstruction, on average over the window, in deviations of
 *   normal windows; below it counts for next to nothing (ln(1 + exp z)).
 * - `latent`: Mahalanobis distance of the network's bottleneck.
 */
export const ErrorModel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mse'), ...shape }),
  z.strictObject({
    kind: z.literal('normalised'),
    ...shape,
    /** Of the differences, shape [steps × judgedFeatures]. */
    variances: z.array(z.number().check(z.positive())),
  }),
  z.strictObject({ kind: z.literal('correlated'), ...shape, ...gaussian }),
  z.strictObject({ kind: z.literal('profile'), ...shape, ...regimes }),
  z.strictObject({ kind: z.literal('combined'), ...shape, ...regimes }),
  z.strictObject({ kind: z.literal('conditional'), ...shape, ...regimes }),
  z.strictObject({
    kind: z.literal('raised'),
    ...shape,
    mean: z.number(),
    deviation: z.number().check(z.positive()),
  }),
  z.strictObject({ kind: z.literal('latent'), ...shape, ...gaussian }),
]);

export type ErrorModel = z.infer<typeof ErrorModel>;

export const errorKinds = ErrorModel.def.options.flatMap(({ shape: { kind } }) => kind.def.values);

export type ErrorKind = ErrorModel['kind'];

/** What wearable models use unless told otherwise; docs/wearable-evaluation.md says why. */
export const defaultErrorKind: ErrorKind = 'conditional';

/** Of windows and their errors. */
export type WindowShape = Pick<ErrorModel, 'steps' | 'features' | 'judgedFeatures'>;
