import type { Spec } from 'vega';
import type { EvaluatedRows } from '../evaluation/evaluate-classifier.ts';
import { rocAuc } from '../evaluation/roc-auc.ts';
import { rocCurve } from '../evaluation/roc-curve.ts';
import { linePlot } from './line-plot.ts';

/**
 * ROC curves of the network and its baselines on the same rows, as a vega specification.
 *
 * @param rows - evaluated rows
 */
export const rocPlot = ({ labels, weights, probabilities, baselineScores }: EvaluatedRows): Spec => {
  const curve = (name: string, scores: ArrayLike<number>) => ({
    name: `${name}, AUC ${rocAuc(labels, scores, weights).toFixed(3)}`,
    points: rocCurve(labels, scores, weights).map(({ falsePositiveRate, truePositiveRate }) => ({
      x: falsePositiveRate,
      y: truePositiveRate,
    })),
  });
  const { logisticRegression, lastWeekMood } = baselineScores;
  return linePlot({
    title: 'Who is found, and at what price',
    subtitle: 'ROC curve on validation persons, each counted once',
    xTitle: 'false-positive rate (1 − specificity)',
    yTitle: 'true-positive rate (recall)',
    isUnitSquare: true,
    lines: [
      curve('network', probabilities),
      curve('logistic regression', logisticRegression),
      ...(lastWeekMood === null ? [] : [curve("last week's mood alone", lastWeekMood)]),
      {
        name: 'chance',
        isReference: true,
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
    ],
  });
};
