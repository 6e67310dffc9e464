import * as Plot from '@observablehq/plot';
import { chart } from '../page/chart.ts';
import { labelRoom } from '../page/label-room.ts';
import { nothing } from '../page/section.ts';
import { missingBars, missingTable } from '../view/missingness.ts';
import type { Latest } from '../view/summary.ts';

/** The columns in which most is missing. */
export const missingnessChart = (latest: Latest): HTMLElement => {
  const { version, parent, distributions } = latest;
  if (distributions.length === 0) {
    return nothing(
      `Version ${version} was registered without column statistics: nothing is known of what is missing.`,
    );
  }
  const bars = missingBars(latest);
  if (bars.length === 0) return nothing(`No value is missing in any column of version ${version}.`);
  return chart({
    title: 'Missing values',
    description: `Share of rows without a value in version ${version}, by column, most first.`,
    legend: [
      { label: version, mark: 'now' },
      ...(parent === null ? [] : [{ label: `${parent} (parent)`, mark: 'before tick' }]),
    ],
    table: missingTable(latest),
    plot: (width) => ({
      height: bars.length * 24 + 40,
      marginLeft: labelRoom(
        bars.map(({ column }) => column),
        width,
      ),
      x: {
        label: null,
        percent: true,
        tickFormat: (share: number) => `${share} %`,
        ticks: 4,
        grid: true,
        zero: true,
        nice: true,
      },
      y: { label: null, domain: bars.map(({ column }) => column), tickSize: 0 },
      marks: [
        Plot.barX(bars, { x: 'share', y: 'column', fill: 'var(--now)', insetTop: 3, insetBottom: 3 }),
        Plot.tickX(
          bars.filter(({ parentShare }) => parentShare !== null),
          { x: 'parentShare', y: 'column', stroke: 'var(--before)', strokeWidth: 3 },
        ),
      ],
    }),
  });
};
