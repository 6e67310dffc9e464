import { brierSkill } from '../../evaluation/brier-skill.ts';
import { equalMassCalibrationError } from '../../evaluation/equal-mass-bins.ts';
import { rankScores } from '../../evaluation/ranking.ts';
import { rankedRocAuc } from '../../evaluation/roc-auc.ts';
import type { CustomerDataset, OutcomeColumn } from './customer-dataset.ts';
import { customerTasks } from './customer-tasks.ts';
import type { TaskPredictions } from './task-predictions.ts';
import { halfChance } from './validation-metrics.ts';

type TaskName = (typeof customerTasks)[number]['name'];

/** A figure as a function of the rows' weights; NaN where it is not defined. */
export type WeightedFigure = (weights?: ArrayLike<number>) => number;

/** One way to judge predictions. */
export interface CustomerFigure {
  readonly name: string;
  /** Of the training guide's table, or of our own. */
  readonly title: string;
  readonly task: TaskName;
  readonly isHigherBetter: boolean;
  /** Whether resampling tells its interval; copies of a row make a calibration error look larger than it is. */
  readonly isResampled: boolean;
  /** The training guide's expectations, as it prints them. */
  readonly guide?: { readonly expected: string; readonly good: string; readonly excellent: string };
  /** Judges predictions, in the units of the labels, on customers. */
  readonly of: (predictions: TaskPredictions, data: CustomerDataset) => WeightedFigure;
}

const place = (task: TaskName): number => customerTasks.findIndex(({ name }) => name === task);

/** Rows of which both numbers are known. */
const knownRows = (labels: Float64Array, predictions: Float64Array): number[] =>
  [...labels.keys()].filter((row) => !Number.isNaN(labels[row]) && !Number.isNaN(predictions[row]));

const weightsOf = (rows: readonly number[], weights: ArrayLike<number> | undefined): Float64Array =>
  Float64Array.from(rows, (row) => weights?.[row] ?? 1);

const aucOf = (labels: Float64Array, predictions: Float64Array): WeightedFigure => {
  const rows = knownRows(labels, predictions);
  const ranking = rankScores(
    rows.map((row) => labels[row]!),
    rows.map((row) => predictions[row]!),
  );
  return (weights) => rankedRocAuc(ranking, weightsOf(rows, weights));
};

const meanOf = (
  labels: Float64Array,
  predictions: Float64Array,
  of: (label: number, prediction: number) => number,
): WeightedFigure => {
  const rows = knownRows(labels, predictions);
  const values = rows.map((row) => of(labels[row]!, predictions[row]!));
  return (weights) => {
    const own = weightsOf(rows, weights);
    const total = own.reduce((sum, weight) => sum + weight, 0);
    return values.reduce((sum, value, at) => sum + value * own[at]!, 0) / total;
  };
};

const absoluteError =
  (task: TaskName): CustomerFigure['of'] =>
  (predictions, { labels }) =>
    meanOf(labels[place(task)]!, predictions[place(task)]!, (label, prediction) =>
      Math.abs(label - prediction),
    );

const riskAuc =
  (task: TaskName): CustomerFigure['of'] =>
  (predictions, { labels }) =>
    aucOf(
      labels[place(task)]!.map((risk) => (Number.isNaN(risk) ? risk : Number(risk >= halfChance))),
      predictions[place(task)]!,
    );

/** What happened: an outcome column, or the label itself where it is a realised draw. */
export type Happened = OutcomeColumn | 'label';

/** What happened to each customer, of a probability. */
export const happenedOf = (data: CustomerDataset, task: TaskName, happened: Happened): Float64Array =>
  happened === 'label' ? data.labels[place(task)]! : data.outcomes[happened];

/** The probabilities, and where to see what came of them. */
export const probabilityTasks = [
  { task: 'first_session_success', happened: 'label', title: 'First session' },
  { task: 'churn_risk_14d', happened: 'outcome_churned_14d', title: 'Churn that happened (14d)' },
  { task: 'churn_risk_30d', happened: 'outcome_churned_30d', title: 'Churn that happened (30d)' },
] as const satisfies readonly { task: TaskName; happened: Happened; title: string }[];

/** Bins of the calibration error. */
const bins = 15;

const scored = (
  happened: Float64Array,
  predictions: Float64Array,
  score: (rows: { labels: number[]; probabilities: number[]; weights: Float64Array }) => number,
): WeightedFigure => {
  const rows = knownRows(happened, predictions);
  const labels = rows.map((row) => happened[row]!);
  const probabilities = rows.map((row) => predictions[row]!);
  return (weights) => score({ labels, probabilities, weights: weightsOf(rows, weights) });
};

/** The training guide's table of expected results. */
export const guideFigures: readonly CustomerFigure[] = [
  {
    name: 'churn_auc_14d',
    title: 'Churn AUC (14d)',
    task: 'churn_risk_14d',
    isHigherBetter: true,
    isResampled: true,
    guide: { expected: '0.85-0.90', good: '>0.90', excellent: '>0.93' },
    of: riskAuc('churn_risk_14d'),
  },
  {
    name: 'churn_auc_30d',
    title: 'Churn AUC (30d)',
    task: 'churn_risk_30d',
    isHigherBetter: true,
    isResampled: true,
    guide: { expected: '0.87-0.92', good: '>0.92', excellent: '>0.95' },
    of: riskAuc('churn_risk_30d'),
  },
  {
    name: 'first_session_accuracy',
    title: 'First Session Accuracy',
    task: 'first_session_success',
    isHigherBetter: true,
    isResampled: true,
    guide: { expected: '0.80-0.85', good: '>0.85', excellent: '>0.90' },
    of: (predictions, { labels }) =>
      meanOf(labels[0]!, predictions[0]!, (label, prediction) =>
        Number(label >= halfChance === prediction >= halfChance),
      ),
  },
  {
    name: 'health_score_mae',
    title: 'Health Score MAE',
    task: 'health_score',
    isHigherBetter: false,
    isResampled: true,
    guide: { expected: '8-12 points', good: '<8', excellent: '<5' },
    of: absoluteError('health_score'),
  },
  {
    name: 'session_velocity_mae',
    title: 'Session Velocity MAE',
    task: 'session_velocity',
    isHigherBetter: false,
    isResampled: true,
    guide: { expected: '0.20-0.30', good: '<0.20', excellent: '<0.15' },
    of: absoluteError('session_velocity'),
  },
];

/** How far probabilities can be trusted, by what happened: ranking, calibration and skill of each. */
export const probabilityFigures: readonly CustomerFigure[] = probabilityTasks.flatMap(
  ({ task, happened, title }): CustomerFigure[] => {
    const figure = (
      name: string,
      isHigherBetter: boolean,
      of: (labels: Float64Array, predictions: Float64Array) => WeightedFigure,
    ): CustomerFigure => ({
      name: `${task}_${name.toLowerCase().replaceAll(' ', '_')}`,
      title: `${title}: ${name}`,
      task,
      isHigherBetter,
      isResampled: name !== 'calibration error',
      of: (predictions, data) => of(happenedOf(data, task, happened), predictions[place(task)]!),
    });
    return [
      figure('AUC', true, aucOf),
      figure('calibration error', false, (labels, predictions) =>
        scored(labels, predictions, (rows) => equalMassCalibrationError(rows, bins)),
      ),
      figure('Brier skill', true, (labels, predictions) => scored(labels, predictions, brierSkill)),
    ];
  },
);

/**
 * What somebody would predict who knows each customer's path: no model that sees events only can do better, but by
 * chance. Risks and velocity are the path's own, so that their own figures are perfect.
 *
 * @param data - synthetic; NaN where a file does not say
 */
export const truePredictions = ({ labels, outcomes }: CustomerDataset): TaskPredictions =>
  customerTasks.map(({ name }, task) => {
    if (name === 'first_session_success') return outcomes.truth_first_session_success;
    return name === 'health_score' ? outcomes.truth_health_score : labels[task]!;
  });
