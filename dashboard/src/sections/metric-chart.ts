import * as Plot from '@observablehq/plot';
import { chart } from '../page/chart.ts';
import { type MetricPoint, metricPoints, metricTable, metricText } from '../view/model-series.ts';
import type { Series } from '../view/summary.ts';

/** Told apart by colour and by shape. */
const looks = {
  development: { colour: 'var(--neutral)', symbol: 'square' },
  staging: { colour: 'var(--before)', symbol: 'triangle' },
  production: { colour: 'var(--now)', symbol: 'circle' },
} as const;

const colourOf = ({ environment }: MetricPoint): string => looks[environment].colour;
/** Less than these would be told in hours. */
const shortestMs = 6 * 86_400_000;

/** Points of a few days, or of one moment, stand in the middle of some days around them. */
const timeDomain = (points: readonly MetricPoint[]): [Date, Date] => {
  const times = points.map(({ at }) => at.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max(0, (shortestMs - (last - first)) / 2);
  return [new Date(first - room), new Date(last + room)];
};

/** One metric over time, a line for each environment and split. */
export const metricChart = (metric: string, series: readonly Series[]): HTMLElement => {
  const points = metricPoints(series);
  const environments = new Set(series.map(({ environment }) => environment));
  return chart({
    title: metric,
    description: `Newest: ${metricText(series)}.`,
    legend: [...environments].map((environment) => ({ label: environment, mark: environment })),
    table: metricTable(metric, series),
    plot: () => ({
      height: 190,
      marginLeft: 44,
      marginRight: 14,
      x: { type: 'utc', label: null, domain: timeDomain(points), ticks: 4 },
      y: { label: null, grid: true, ticks: 5, nice: true },
      symbol: { type: 'identity' },
      marks: [
        Plot.ruleX(
          points.filter(({ low }) => low !== null),
          { x: 'at', y1: 'low', y2: 'high', stroke: colourOf, strokeOpacity: 0.45, strokeWidth: 4 },
        ),
        Plot.line(points, { x: 'at', y: 'value', z: 'line', stroke: colourOf, strokeWidth: 2 }),
        Plot.dot(points, {
          x: 'at',
          y: 'value',
          r: 4.5,
          fill: colourOf,
          stroke: 'var(--paper)',
          strokeWidth: 1.5,
          symbol: ({ environment }: MetricPoint) => looks[environment].symbol,
        }),
      ],
    }),
  });
};
