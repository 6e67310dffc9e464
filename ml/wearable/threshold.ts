import * as z from 'zod/mini';
import { InsufficientDataError } from '../insufficient-data-error.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { ErrorModel } from './error-model.ts';
import { readSaved } from './read-saved.ts';

/** Of `threshold.json`; a reader of another version refuses it by name. */
export const thresholdFormatVersion = 1;

/** The error above which a window is surely anomalous, as a share of normal windows below it. */
const certainShare = 0.995;
/** By how much of the threshold the certain error lies above it at least, so that the band between has a width. */
const leastBand = 1e-6;
const gridPoints = 201;

/**
 * From which error on a window is anomalous, and how errors are distributed where nothing is wrong. Schema and
 * type of `threshold.json`.
 */
export const Threshold = z
  .strictObject({
    formatVersion: z.literal(thresholdFormatVersion),
    /** Of the validation windows' errors, at which the threshold lies; above 0, below 100. */
    percentile: z.number().check(z.gt(0), z.lt(100)),
    /** That error: the end of what is called normal. Above 0. */
    threshold: z.number().check(z.positive()),
    /** The error from which a window is called an anomaly: the 99.5th percentile. Above the threshold. */
    q995: z.number().check(z.positive()),
    /** Errors at evenly spaced shares of the validation windows, from the least to the greatest; ascending. */
    quantiles: z.array(z.number().check(z.gte(0))).check(z.minLength(2)),
    /** How many windows these figures come from. */
    validationWindows: z.int().check(z.gte(1)),
    errorModel: ErrorModel,
  })
  .check(
    z.refine(
      ({ threshold, q995 }) => q995 > threshold,
      'has its 99.5th percentile at or below the threshold',
    ),
    z.refine(
      ({ quantiles }) => quantiles.every((value, index) => index === 0 || value >= quantiles[index - 1]!),
      'has quantiles that do not ascend',
    ),
  );

export type Threshold = z.infer<typeof Threshold>;

/**
 * The threshold at a percentile of validation errors, by linear interpolation.
 *
 * Where the errors hardly differ, the certain error is put just above the threshold, so that scores stay
 * continuous; where they are all 0, the threshold is the least error that is told from none.
 *
 * @param errors - of normal windows that were not trained on, ≥ 0, finite, shape [n], n ≥ 1; not mutated
 * @param percentile - above 0, below 100
 * @param errorModel - which number the errors are
 * @throws {InsufficientDataError} when n = 0
 */
export const fitThreshold = (
  errors: ArrayLike<number>,
  percentile: number,
  errorModel: ErrorModel,
): Threshold => {
  if (errors.length === 0) {
    throw new InsufficientDataError('A threshold needs at least one validation window; got none.');
  }
  const sorted = Float64Array.from(errors).sort();
  const threshold = Math.max(quantileOfSorted(sorted, percentile / 100), 1e-12);
  return {
    formatVersion: thresholdFormatVersion,
    percentile,
    threshold,
    q995: Math.max(quantileOfSorted(sorted, certainShare), threshold * (1 + leastBand)),
    quantiles: Array.from({ length: gridPoints }, (_, point) =>
      quantileOfSorted(sorted, point / (gridPoints - 1)),
    ),
    validationWindows: sorted.length,
    errorModel,
  };
};

/**
 * Reads a saved `threshold.json`.
 *
 * @param saved - parsed JSON
 * @throws {UnsupportedVersionError} when it was saved by another version
 * @throws {ZodError} when it is of this version and broken
 */
export const readThreshold = (saved: unknown): Threshold =>
  readSaved(saved, { file: 'threshold.json', version: thresholdFormatVersion, schema: Threshold });
