import { sampleStandardDeviation } from '../../stats/sample-standard-deviation.ts';

/** Time-domain heart-rate variability, ms. */
export interface NnVariability {
  /** Root of the mean squared difference of successive intervals. */
  readonly rmssdMs: number;
  /** Standard deviation of the intervals, over n − 1. */
  readonly sdnnMs: number;
}

/**
 * RMSSD and SDNN of intervals between normal heart beats (Task Force 1996, Eur Heart J 17:354), as
 * Aura-healthcare's hrv-analysis computes them.
 *
 * @param nnMs - ms, shape [n], n ≥ 2, in order; not mutated
 * @throws {InsufficientDataError} when n < 2
 * @example
 * nnVariability([800, 830, 790, 830]).rmssdMs // => Math.sqrt((900 + 1600 + 1600) / 3)
 * nnVariability([800, 820]).sdnnMs // => Math.sqrt(200)
 */
export const nnVariability = (nnMs: readonly number[]): NnVariability => {
  const sdnnMs = sampleStandardDeviation(nnMs);
  let squares = 0;
  for (let i = 1; i < nnMs.length; i++) squares += (nnMs[i]! - nnMs[i - 1]!) ** 2;
  return { rmssdMs: Math.sqrt(squares / (nnMs.length - 1)), sdnnMs };
};
