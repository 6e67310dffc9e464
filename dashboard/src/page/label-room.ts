const characterPx = 6.8;
const gapPx = 14;
const widestShare = 0.42;

/**
 * Room for labels left of bars: as much as the longest needs, but never most of the chart.
 *
 * @param width - of the chart, in pixels
 * @returns pixels
 * @example
 * labelRoom(['No', 'Yes'], 400) // => 34.4
 */
export const labelRoom = (labels: readonly string[], width: number): number =>
  Math.min(widestShare * width, gapPx + characterPx * Math.max(...labels.map(({ length }) => length)));
