import { guideFigures, probabilityFigures } from '../../ml/models/customer-health/customer-figures.ts';
import type {
  CustomerHealthJudgement,
  JudgedFigure,
} from '../../ml/models/customer-health/judge-customer-health.ts';
import { table } from './table.ts';

const figures = [...guideFigures, ...probabilityFigures];
const titleOf = (name: string) => figures.find((figure) => figure.name === name)?.title ?? name;

/** Scores of 0 … 100 in two decimals, shares in three. */
const text = (value: number | null, name: string): string =>
  value === null ? '–' : value.toFixed(name === 'health_score_mae' ? 2 : 3);

const intervalText = ({ interval, name }: JudgedFigure): string =>
  interval === null ? '–' : `${text(interval.low, name)} – ${text(interval.high, name)}`;

const measured = (figure: JudgedFigure): string[] => [
  text(figure.reached, figure.name),
  intervalText(figure),
  text(figure.bestPossible, figure.name),
  text(figure.linear, figure.name),
  text(figure.alone, figure.name),
];

const columns = ['Reached', '95 % interval', 'Best possible', 'Linear', 'Task alone'];

/** The training guide's table with what was reached, and one of how far probabilities can be trusted, as lines. */
export const customerHealthTable = ({ guide, probabilities }: CustomerHealthJudgement): string[] => [
  ...table([
    ['Metric', 'Expected', 'Good', 'Excellent', ...columns],
    ...guide.map((figure) => {
      const expectations = figures.find(({ name }) => name === figure.name)?.guide;
      const { expected = '', good = '', excellent = '' } = expectations ?? {};
      return [titleOf(figure.name), expected, good, excellent, ...measured(figure)];
    }),
  ]),
  '',
  ...table([
    ['By what happened', ...columns],
    ...probabilities.map((figure) => [titleOf(figure.name), ...measured(figure)]),
  ]),
  '',
  "Best possible: to who knows each customer's path, of which a model sees events only: velocity is the path's own,",
  'and so exact to who knows it (0.000), but not to who sees what came of it so far (docs/customer-health.md).',
  'Churn AUC: of a risk of 0.5 or more. Calibration error: 15 bins of equal mass. Linear: logistic or ridge',
  'regression on the same inputs.',
];
