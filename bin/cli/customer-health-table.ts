import type { Estimate } from '../../ml/evaluation/model-metrics.ts';
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

const interval = (reached: Estimate | null, name: string): string =>
  reached === null ? '–' : `${text(reached.low, name)} – ${text(reached.high, name)}`;

const measured = ({ name, reached, bestPossible, linear, alone }: JudgedFigure): string[] => [
  text(reached?.value ?? null, name),
  interval(reached, name),
  text(bestPossible, name),
  text(linear, name),
  text(alone, name),
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
  "Best possible: to who knows each customer's path, of which a model sees events only. Churn AUC: of a risk of 0.5 or",
  'more. Calibration error: 15 bins of equal mass; an interval of it is too high, as resampling adds noise.',
];
