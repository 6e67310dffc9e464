import { brierScore } from './brier-score.ts';
import { rankedPrAuc } from './pr-auc.ts';
import { rankScores } from './ranking.ts';
import type { PersonRows } from './resample-persons.ts';
import { rankedRocAuc } from './roc-auc.ts';
import type { ScoredOutcomes } from './scored-outcomes.ts';

/** The figures that follow from outcomes alone, without a threshold. */
export const outcomeFigureNames = ['auc', 'prAuc', 'brier'] as const;
export type OutcomeFigureName = (typeof outcomeFigureNames)[number];

/** A figure as a function of the rows' weights; NaN where it is not defined. */
export type Statistic = (weights: ArrayLike<number>) => number;

/** Each row with its person, weighing 1. */
export const personRowsOf = ({ labels, persons }: ScoredOutcomes): PersonRows => ({
  persons: labels.map((_, row) => String(persons?.[row] ?? `row ${row}`)),
  weights: new Float64Array(labels.length).fill(1),
});

/**
 * The figures of outcomes, ready to be resampled: sorted once.
 *
 * @returns AUC, PR-AUC and the Brier score; lower is better for the last
 */
export const outcomeStatistics = ({
  labels,
  scores,
}: ScoredOutcomes): Readonly<Record<OutcomeFigureName, Statistic>> => {
  const ranking = rankScores(labels, scores);
  return {
    auc: (weights) => rankedRocAuc(ranking, weights),
    prAuc: (weights) => rankedPrAuc(ranking, weights),
    brier: (weights) => brierScore({ labels, probabilities: scores, weights }),
  };
};
