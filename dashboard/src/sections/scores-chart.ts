import * as Plot from '@observablehq/plot';
import { chart } from '../page/chart.ts';
import { nothing } from '../page/section.ts';
import { hiddenBins, isNobodyScored, scoreBars, scoresTable } from '../view/anomalies.ts';
import type { AnomalyFigures } from '../view/summary.ts';
import { withheldLegend, withheldMarks } from './withheld.ts';

/** From there on a score is borderline, and then an anomaly. */
const bands = [0.3, 0.7];

/** The histogram of scores. */
export const scoresChart = (scores: AnomalyFigures['scores'], smallestGroup: number): HTMLElement => {
  if (isNobodyScored(scores)) return nothing('No watch has been scored yet.');
  const bars = scoreBars(scores);
  const hidden = hiddenBins(scores);
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return chart({
    title: 'Anomaly scores',
    level: 'h3',
    description:
      'A sample of what watches sent, by score. Dashed lines: borderline from 0.3, anomaly from 0.7.',
    legend: [{ label: 'samples', mark: 'now' }, ...withheldLegend(hidden.length, smallestGroup)],
    table: scoresTable(scores, smallestGroup),
    plot: () => ({
      height: bars.length === 0 ? 60 : 220,
      marginLeft: 48,
      x: { domain: [0, 1], label: null, ticks: 5 },
      y:
        bars.length === 0
          ? { axis: null, domain: [0, 1] }
          : { domain: [0, highest], label: null, grid: true, ticks: 4, nice: true },
      marks: [
        Plot.rectY(bars, {
          x1: 'from',
          x2: 'to',
          y1: 0,
          y2: 'count',
          fill: 'var(--now)',
          insetLeft: 1,
          insetRight: 1,
        }),
        Plot.ruleX(bands, { stroke: 'var(--faint)', strokeDasharray: '3 4' }),
        withheldMarks(hidden),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
      ],
    }),
  });
};
