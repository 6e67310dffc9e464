import * as Plot from '@observablehq/plot';
import { chart } from '../page/chart.ts';
import { labelRoom } from '../page/label-room.ts';
import { nothing } from '../page/section.ts';
import { classBars, classTable } from '../view/class-balance.ts';
import type { Latest } from '../view/summary.ts';

const fill = { Train: 'var(--now)', Test: 'var(--before)' } as const;
const barHeight = 26;

/** Rows of each class, training and test side by side. */
export const classBalanceChart = (latest: Latest, smallestGroup: number): HTMLElement => {
  const { classBalance, version } = latest;
  if (classBalance.length === 0) return nothing('The dataset has no classes to balance.');
  const bars = classBars(latest);
  if (bars.length === 0) {
    return nothing(`Class balance is withheld: at least one class has fewer than ${smallestGroup} people.`);
  }
  return chart({
    title: 'Class balance',
    description: `Rows of each class in version ${version}.`,
    legend: [
      { label: 'Train', mark: 'now' },
      { label: 'Test', mark: 'before' },
    ],
    table: classTable(latest, smallestGroup),
    plot: (width) => ({
      height: classBalance.length * (2 * barHeight + 18) + 30,
      marginLeft: labelRoom(
        classBalance.map(({ value }) => value),
        width,
      ),
      marginRight: 48,
      x: { label: null, ticks: 4, grid: true, nice: true },
      y: { axis: null, domain: ['Train', 'Test'] },
      fy: { label: null, domain: classBalance.map(({ value }) => value), padding: 0.2, axis: 'left' },
      marks: [
        Plot.barX(bars, {
          x: 'count',
          y: 'side',
          fy: 'value',
          fill: ({ side }: (typeof bars)[number]) => fill[side],
          insetTop: 1,
          insetBottom: 1,
        }),
        Plot.text(bars, {
          x: 'count',
          y: 'side',
          fy: 'value',
          text: ({ count }: (typeof bars)[number]) => count.toLocaleString('en'),
          textAnchor: 'start',
          dx: 6,
        }),
      ],
      color: { type: 'identity' },
    }),
  });
};
