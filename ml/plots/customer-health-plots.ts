import type { Spec } from 'vega';
import { equalMassBins, equalMassCalibrationError } from '../evaluation/equal-mass-bins.ts';
import type { FeatureImportance } from '../evaluation/permutation-importance.ts';
import { rocAuc } from '../evaluation/roc-auc.ts';
import { rocCurve } from '../evaluation/roc-curve.ts';
import type { TrainingHistory } from '../models/customer-health/training-history.ts';
import { barPlot } from './bar-plot.ts';
import { type Line, linePlot } from './line-plot.ts';

/** A probability, and what happened. */
export interface ScoredTask {
  readonly name: string;
  readonly labels: readonly number[];
  readonly probabilities: readonly number[];
}

/** Area in square pixels of the dot at the epoch that is kept. */
const keptDot = 80;
const bins = 15;
const shownFeatures = 15;

const diagonal = (name: string): Line => ({
  name,
  isReference: true,
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
});

const epochsOf = ({ history, bestEpoch }: TrainingHistory, figure: string, name: string): Line => ({
  name,
  points: (history[figure] ?? []).flatMap((y, index) => {
    const x = index + 1;
    return y === null ? [] : [{ x, y, ...(x === bestEpoch ? { size: keptDot } : {}) }];
  }),
});

/** Loss by epoch over all tasks; dots mark the epoch that is kept. */
export const healthLossPlot = (history: TrainingHistory): Spec =>
  linePlot({
    title: 'How training went',
    subtitle: `Mean over the tasks; dots mark epoch ${history.bestEpoch}, whose weights are kept`,
    xTitle: 'epoch',
    yTitle: 'loss (1: always says the mean)',
    lines: [
      epochsOf(history, 'loss', 'customers learned from, with dropout'),
      epochsOf(history, 'val_loss', 'validation customers'),
    ],
  });

/** Figures of the validation customers by epoch; dots mark the epoch that is kept. */
const validationPlot = (
  history: TrainingHistory,
  { title, yTitle, figures }: { title: string; yTitle: string; figures: Readonly<Record<string, string>> },
): Spec =>
  linePlot({
    title,
    subtitle: `Validation customers; dots mark epoch ${history.bestEpoch}, whose weights are kept`,
    xTitle: 'epoch',
    yTitle,
    lines: Object.entries(figures).map(([figure, name]) => epochsOf(history, figure, name)),
  });

/** Validation loss by epoch of each task. */
export const healthTaskLossPlot = (history: TrainingHistory): Spec =>
  validationPlot(history, {
    title: 'What each task gained',
    yTitle: 'loss (1: always says the mean)',
    figures: {
      val_first_session_success_loss: 'first session success',
      val_session_velocity_loss: 'session velocity',
      val_churn_risk_14d_loss: 'churn risk, 14 days',
      val_churn_risk_30d_loss: 'churn risk, 30 days',
      val_health_score_loss: 'health score',
    },
  });

/** Accuracy and AUC by epoch on the validation customers. */
export const healthMetricsPlot = (history: TrainingHistory): Spec =>
  validationPlot(history, {
    title: 'Accuracy and AUC as training went',
    yTitle: 'accuracy, or area under the curve',
    figures: {
      val_churn_risk_30d_auc: 'churn risk 30 days ≥ 0.5: AUC',
      val_churn_risk_14d_auc: 'churn risk 14 days ≥ 0.5: AUC',
      val_first_session_success_auc: 'first session success: AUC',
      val_first_session_success_accuracy: 'first session success: accuracy',
    },
  });

/** ROC curves by what happened. */
export const healthRocPlot = (tasks: readonly ScoredTask[]): Spec =>
  linePlot({
    title: 'Who is found, and at what price',
    subtitle: 'ROC curves on test customers, by what happened',
    xTitle: 'false-positive rate (1 − specificity)',
    yTitle: 'true-positive rate (recall)',
    isUnitSquare: true,
    lines: [
      ...tasks.map(({ name, labels, probabilities }) => ({
        name: `${name}, AUC ${rocAuc(labels, probabilities).toFixed(3)}`,
        points: rocCurve(labels, probabilities).map(({ falsePositiveRate: x, truePositiveRate: y }) => ({
          x,
          y,
        })),
      })),
      diagonal('chance'),
    ],
  });

/** Predicted against observed shares, in bins of equal numbers of customers. */
export const healthReliabilityPlot = (tasks: readonly ScoredTask[]): Spec =>
  linePlot({
    title: 'Whether a probability can be taken at its word',
    subtitle: `Test customers in ${bins} bins of equal size; with the mean distance (ECE)`,
    xTitle: 'predicted probability',
    yTitle: 'observed share',
    isUnitSquare: true,
    lines: [
      ...tasks.map(({ name, labels, probabilities }) => ({
        name: `${name}, ECE ${equalMassCalibrationError({ labels, probabilities }, bins).toFixed(3)}`,
        points: equalMassBins({ labels, probabilities }, bins).map(({ predicted, observed }) => ({
          x: predicted,
          y: observed,
          size: 50,
        })),
      })),
      diagonal('perfect'),
    ],
  });

/** The columns that a risk leans on most. */
export const healthImportancePlot = (importance: readonly FeatureImportance[]): Spec =>
  barPlot({
    title: 'What the churn risk (30 days) leans on',
    subtitle: `The ${shownFeatures} columns that cost most when shuffled among test customers`,
    xTitle: 'rise of the loss (1: always says the mean)',
    bars: importance
      .toSorted((a, b) => b.importance - a.importance)
      .slice(0, shownFeatures)
      .map(({ feature, importance: value }) => ({ name: feature, value })),
  });
