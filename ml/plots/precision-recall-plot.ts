import type { Spec } from 'vega';
import type { EvaluatedRows } from '../evaluation/evaluate-classifier.ts';
import { prAuc } from '../evaluation/pr-auc.ts';
import { precisionRecallCurve } from '../evaluation/precision-recall-curve.ts';
import { linePlot } from './line-plot.ts';

/**
 * Precision against recall of the network and logistic regression, as a vega specification.
 *
 * @param rows - evaluated rows
 * @param prevalence - share of label 1, which is the precision of chance
 */
export const precisionRecallPlot = (rows: EvaluatedRows, prevalence: number): Spec => {
  const { labels, weights, probabilities, baselineScores } = rows;
  const curve = (name: string, scores: ArrayLike<number>) => ({
    name: `${name}, average precision ${prAuc(labels, scores, weights).toFixed(3)}`,
    points: precisionRecallCurve(labels, scores, weights).map(({ recall, precision }) => ({
      x: recall,
      y: precision,
    })),
  });
  return linePlot({
    title: 'How many of those found are right',
    subtitle: 'Precision and recall on validation persons, each counted once',
    xTitle: 'recall',
    yTitle: 'precision',
    isUnitSquare: true,
    lines: [
      curve('network', probabilities),
      curve('logistic regression', baselineScores.logisticRegression),
      {
        name: `chance: prevalence ${prevalence.toFixed(3)}`,
        isReference: true,
        points: [
          { x: 0, y: prevalence },
          { x: 1, y: prevalence },
        ],
      },
    ],
  });
};
