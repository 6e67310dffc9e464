import * as Plot from '@observablehq/plot';
import { chart, type LegendEntry } from '../page/chart.ts';
import { labelRoom } from '../page/label-room.ts';
import { type DecileRow, decileRows, distributionTable, distributionText } from '../view/distributions.ts';
import type { Distribution, Latest } from '../view/summary.ts';

type Of = Pick<Latest, 'version' | 'parent'>;

const colourOf = ({ isParent }: DecileRow): string => (isParent ? 'var(--before)' : 'var(--now)');

const decilePlot = (rows: readonly DecileRow[]): Plot.PlotOptions => ({
  height: rows.length * 34 + 40,
  marginLeft: 48,
  marginRight: 12,
  x: { label: null, ticks: 4, grid: true, nice: true },
  y: { label: null, domain: rows.map(({ of }) => of), tickSize: 0 },
  marks: [
    Plot.ruleY(rows, { x1: 'p10', x2: 'p90', y: 'of', stroke: colourOf, strokeWidth: 2 }),
    Plot.ruleY(rows, {
      x1: 'p20',
      x2: 'p80',
      y: 'of',
      stroke: colourOf,
      strokeWidth: 9,
      strokeLinecap: 'butt',
    }),
    Plot.dot(rows, { x: 'median', y: 'of', r: 5, fill: 'var(--paper)', stroke: colourOf, strokeWidth: 2.5 }),
  ],
});

type TextDistribution = Extract<Distribution, { type: 'text' }>;

const sharePlot = ({ values }: TextDistribution, width: number): Plot.PlotOptions => ({
  height: values.length * 24 + 40,
  marginLeft: labelRoom(
    values.map(({ value }) => value),
    width,
  ),
  marginRight: 12,
  x: {
    label: null,
    percent: true,
    ticks: 4,
    tickFormat: (share: number) => `${share} %`,
    grid: true,
    zero: true,
    nice: true,
  },
  y: { label: null, domain: values.map(({ value }) => value), tickSize: 0 },
  marks: [
    Plot.barX(values, { x: 'share', y: 'value', fill: 'var(--now)', insetTop: 3, insetBottom: 3 }),
    Plot.tickX(
      values.filter(({ parentShare }) => parentShare !== null),
      { x: 'parentShare', y: 'value', stroke: 'var(--before)', strokeWidth: 3 },
    ),
  ],
});

const legendOf = (type: Distribution['type'], { version, parent }: Of): LegendEntry[] => {
  const before =
    parent === null
      ? []
      : [{ label: `${parent} (parent)`, mark: type === 'text' ? 'before tick' : 'before' }];
  return [{ label: version, mark: 'now' }, ...before];
};

/** One column: numbers by their deciles, text by its most frequent values. */
export const distributionChart = (distribution: Distribution, of: Of): HTMLElement =>
  chart({
    title: distribution.column,
    description: distributionText(distribution),
    legend: legendOf(distribution.type, of),
    table: distributionTable(distribution, of),
    plot: (width) =>
      distribution.type === 'number'
        ? decilePlot(decileRows(distribution, of))
        : sharePlot(distribution, width),
  });
