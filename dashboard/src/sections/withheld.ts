import * as Plot from '@observablehq/plot';
import type { LegendEntry } from '../page/chart.ts';

/** Marks on the base line where a count is of too few people. */
export const withheldMarks = (places: readonly (number | Date)[]): Plot.Markish =>
  Plot.dot(places, {
    x: (place: number | Date) => place,
    frameAnchor: 'bottom',
    dy: -5,
    r: 3.5,
    fill: 'none',
    stroke: 'var(--faint)',
    strokeWidth: 1.5,
  });

/** What the marks mean; nothing where there are none. */
export const withheldLegend = (count: number, smallestGroup: number): LegendEntry[] =>
  count === 0 ? [] : [{ label: `fewer than ${smallestGroup} people`, mark: 'withheld' }];
