import type { Windows } from '../windows.ts';

/** A simple detector that a network must beat: the higher a window's score, the more unusual it is. */
export interface Baseline {
  readonly name: BaselineName;
  /** @returns shape [count], finite */
  scores(windows: Windows): Float64Array;
}

export const baselineNames = ['personalZScore', 'pca', 'nearestNeighbour'] as const;

export type BaselineName = (typeof baselineNames)[number];
