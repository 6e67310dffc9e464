import type { DashboardSummary } from '../../../lambdas/serve-data-preparation/dashboard/schema.ts';

export type { DashboardSummary };
export type DatasetFigures = DashboardSummary['datasets'][number];
export type Latest = NonNullable<DatasetFigures['latest']>;
export type Distribution = Latest['distributions'][number];
export type ModelFigures = DashboardSummary['models'][number];
export type Series = ModelFigures['series'][number];
export type AnomalyFigures = DashboardSummary['anomalies'];

const lists = ['datasets', 'models', 'trainingJobs', 'audit'];

/**
 * Whether an answer is the summary. The API checks what it sends against the same schema; this tells it from the
 * page of a proxy or the answer of another release.
 *
 * @example
 * isSummary({ generatedAt: 'now' }) // => false
 */
export const isSummary = (answer: unknown): answer is DashboardSummary => {
  if (typeof answer !== 'object' || answer === null) return false;
  const of = new Map<string, unknown>(Object.entries(answer));
  const anomalies = of.get('anomalies');
  return (
    typeof of.get('generatedAt') === 'string' &&
    typeof of.get('smallestGroup') === 'number' &&
    lists.every((name) => Array.isArray(of.get(name))) &&
    typeof anomalies === 'object' &&
    anomalies !== null &&
    'scores' in anomalies &&
    'alertsByDay' in anomalies
  );
};
