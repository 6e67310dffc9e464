import * as Plot from '@observablehq/plot';
import { chart } from '../page/chart.ts';
import { nothing } from '../page/section.ts';
import { alertsTable, dayBars, hiddenDays, isWithoutAlerts } from '../view/anomalies.ts';
import type { AnomalyFigures } from '../view/summary.ts';
import { withheldLegend, withheldMarks } from './withheld.ts';

const msPerDay = 86_400_000;

/** How many people were told of an anomaly, day by day. */
export const alertsChart = (days: AnomalyFigures['alertsByDay'], smallestGroup: number): HTMLElement => {
  if (isWithoutAlerts(days)) return nothing('Nobody was told of an anomaly in the last 30 days.');
  const bars = dayBars(days);
  const hidden = hiddenDays(days);
  const dates = days.map(({ date }) => Date.parse(date));
  const highest = Math.max(1, ...bars.map(({ alerts }) => alerts));
  return chart({
    title: 'Alerts by day',
    level: 'h3',
    description: 'People told of an anomaly, by day (UTC).',
    legend: [{ label: 'people', mark: 'alert' }, ...withheldLegend(hidden.length, smallestGroup)],
    table: alertsTable(days, smallestGroup),
    plot: () => ({
      height: bars.length === 0 ? 60 : 220,
      marginLeft: 48,
      x: {
        type: 'utc',
        label: null,
        ticks: 5,
        domain: [new Date(Math.min(...dates) - msPerDay / 2), new Date(Math.max(...dates) + msPerDay / 2)],
      },
      y:
        bars.length === 0
          ? { axis: null, domain: [0, 1] }
          : { domain: [0, highest], label: null, grid: true, ticks: 4, nice: true },
      marks: [
        Plot.rectY(bars, {
          x1: ({ date }: (typeof bars)[number]) => new Date(date.getTime() - msPerDay / 2),
          x2: ({ date }: (typeof bars)[number]) => new Date(date.getTime() + msPerDay / 2),
          y1: 0,
          y2: 'alerts',
          fill: 'var(--alert)',
          insetLeft: 1,
          insetRight: 1,
        }),
        withheldMarks(hidden),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
      ],
    }),
  });
};
