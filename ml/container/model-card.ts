import { decideApproval } from '../evaluation/approval-gate.ts';
import type { AucDifference, Estimate, ModelMetrics } from '../evaluation/model-metrics.ts';
import type { FeatureImportance } from '../evaluation/permutation-importance.ts';

const figure = (value: number) => value.toFixed(3);
const estimate = ({ value, low, high }: Estimate) => `${figure(value)} (${figure(low)} to ${figure(high)})`;
const lead = ({ difference, low, high }: AucDifference) =>
  `${figure(difference)} (${figure(low)} to ${figure(high)})`;

const purposes: Readonly<Record<string, string>> = {
  crisis:
    'It estimates how likely a person is to show signs of a crisis in the next seven days (three low-mood dates ' +
    'in a row, or words of self-harm), from 49 figures about the last month of mood entries, app use and the ' +
    'tone of what was written. It is for deciding whom a trained person looks after first.',
};

const purposeOf = (modelName: string): string =>
  purposes[modelName] ??
  'It estimates how likely the label of a row is 1, from the numeric columns of the data it was trained on. It ' +
    'is for putting rows in order, so that people look first where it matters most.';

const approvalText = (metrics: ModelMetrics): string => {
  const { approved, reasons } = decideApproval(metrics);
  if (approved) return 'The model meets every condition of the approval gate.';
  return `The approval gate refuses this model:\n\n${reasons.map((reason) => `- ${reason}`).join('\n')}`;
};

const measures = (metrics: ModelMetrics): string => {
  const { logisticRegression, lastWeekMood } = metrics.baselines;
  const rows = [
    [
      'AUC',
      estimate(metrics.auc),
      estimate(logisticRegression.auc),
      lastWeekMood ? estimate(lastWeekMood.auc) : '–',
    ],
    [
      'lead of this model in AUC',
      '–',
      lead(logisticRegression.aucDifference),
      lastWeekMood ? lead(lastWeekMood.aucDifference) : '–',
    ],
    ['average precision', estimate(metrics.prAuc), '', ''],
    ['recall', estimate(metrics.recall), '', ''],
    ['specificity', estimate(metrics.specificity), '', ''],
    ['precision', estimate(metrics.precision), '', ''],
    ['F1', estimate(metrics.f1), '', ''],
    ['Brier score', estimate(metrics.brier), '', ''],
    ['calibration error', figure(metrics.calibrationError), '', ''],
  ];
  return [
    "| figure | this model | logistic regression | last week's mood alone |",
    '| --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
};

/**
 * The model card: what a model is for, on whom it was measured, how well it did beside simpler ways, and what it
 * is not. Mitchell et al. 2019.
 *
 * @param metrics - of the validation persons
 * @param importance - of each feature
 * @returns Markdown
 */
export const modelCard = (metrics: ModelMetrics, importance: readonly FeatureImportance[]): string => {
  const leading = importance.toSorted((a, b) => b.importance - a.importance).slice(0, 10);
  return `# Model card: ${metrics.modelName}

## What it is for

${purposeOf(metrics.modelName)}

## What it is not

It is no medical device, makes no diagnosis and replaces no one's judgement. Nothing may be decided about a person
by its figure alone: neither help withheld nor force applied. A low figure does not mean that someone is safe.

## On whom it was measured

On ${metrics.persons} persons (${metrics.rows} distinct rows) whom it never saw in training, each counted once, at the
share of label 1 that they really have: ${figure(metrics.prevalence)}. It was trained on ${metrics.trainPersons} other persons
(${metrics.trainRows} distinct rows, ${metrics.features} features, seed ${metrics.seed}). Calibration and threshold come from training
persons only.

## How well it does

In brackets: 95 % intervals, by resampling persons. Recall, specificity, precision and F1 are at the threshold
${figure(metrics.threshold)}.

${measures(metrics)}

${approvalText(metrics)}

## What it leans on

Fall of AUC when one feature alone is shuffled among the validation rows. Features that say the same share the
credit.

| feature | fall of AUC |
| --- | --- |
${leading.map(({ feature, importance: fall }) => `| ${feature.replaceAll('|', '\\|')} | ${figure(fall)} |`).join('\n')}

## Limits

- It knows people like those it was measured on. For another app, language or country, measure again first.
- Its labels are signs in an app, not what a clinician found; people who fall silent are in none of its figures.
- ${metrics.persons} persons leave the uncertainty that the intervals show; small groups may fare worse unseen.
- People change, and so does what they write: retrain and measure again each month, and watch the calibration.
`;
};
