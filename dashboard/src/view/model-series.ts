import { figureText, instantText, unknown } from './format.ts';
import type { ModelFigures, Series } from './summary.ts';
import type { TableView } from './table-view.ts';

export interface MetricPoint {
  readonly at: Date;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly version: number;
  readonly environment: Series['environment'];
  /** Environment and split: what one line is of. */
  readonly line: string;
}

/** The metrics that were recorded for a model, each with its series. */
export const seriesByMetric = ({ series }: ModelFigures): ReadonlyMap<string, readonly Series[]> =>
  Map.groupBy(series, ({ metric }) => metric);

/** All points of one metric, in time order within each line. */
export const metricPoints = (series: readonly Series[]): MetricPoint[] =>
  series.flatMap(({ environment, split, points }) =>
    points.map(({ at, version, value, low, high }) => {
      return { at: new Date(at), value, low, high, version, environment, line: `${environment}, ${split}` };
    }),
  );

const intervalText = (low: number | null, high: number | null): string =>
  low === null || high === null ? unknown : `${figureText(low)} to ${figureText(high)}`;

/** One metric's history as text, newest first. */
export const metricTable = (metric: string, series: readonly Series[]): TableView => ({
  caption: `${metric}, newest first`,
  columns: [
    { label: 'Measured (UTC)' },
    { label: 'Version', isNumber: true },
    { label: 'Environment' },
    { label: 'Data' },
    { label: 'Value', isNumber: true },
    { label: '95 % interval', isNumber: true },
  ],
  rows: series
    .flatMap(({ environment, split, points }) => points.map((point) => ({ environment, split, ...point })))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ at, version, environment, split, value, low, high }) => [
      instantText(at),
      String(version),
      environment,
      split,
      figureText(value),
      intervalText(low, high),
    ]),
});

/** A sentence on the newest figure of each line. */
export const metricText = (series: readonly Series[]): string =>
  series
    .flatMap(({ environment, split, points }) => {
      const last = points.at(-1);
      return last === undefined ? [] : [`${figureText(last.value)} in ${environment} on ${split} data`];
    })
    .join('; ');
