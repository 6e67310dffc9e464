import { roundTo } from './round-to.ts';

export interface QualityInputs {
  /** Records, readings or samples that were kept. */
  readonly kept: number;
  /** Those that were left out. */
  readonly rejected: number;
  /** How much there is of what the figures need to be steady, 0–1; more counts as 1. */
  readonly coverage: number;
}

/**
 * How far a narrative can be leant on: the share of sound records, halved where there is next to nothing of what
 * its figures need, whole where there is enough.
 *
 * A convention of this project, not a clinical measure: kept / (kept + rejected) × (1 + coverage) / 2, two decimals.
 *
 * @returns 0–1
 * @example
 * qualityScore({ kept: 90, rejected: 10, coverage: 0.5 }) // => 0.68
 * qualityScore({ kept: 0, rejected: 0, coverage: 1 }) // => 0
 */
export const qualityScore = ({ kept, rejected, coverage }: QualityInputs): number => {
  if (kept === 0) return 0;
  const sound = kept / (kept + rejected);
  return roundTo((sound * (1 + Math.min(1, Math.max(0, coverage)))) / 2, 2);
};
