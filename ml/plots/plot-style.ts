import type { Axis, Config, Legend, Title } from 'vega';

/** Told apart by people who see no red or no green (Okabe & Ito 2008). */
export const plotColours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00'] as const;
export const plotGrey = '#767676';
export const plotInk = '#333333';
export const plotFont = 'DejaVu Sans, Helvetica, Arial, sans-serif';

/** Fonts of every picture. */
export const plotConfig: Config = {
  axis: { labelFont: plotFont, titleFont: plotFont },
  legend: { labelFont: plotFont },
  title: { font: plotFont, subtitleFont: plotFont },
};

/**
 * An axis on the scale `x` or `y`.
 *
 * @param title - what is measured, with its unit
 */
export const plotAxis = (orient: 'bottom' | 'left', title: string): Axis => ({
  orient,
  title,
  scale: orient === 'bottom' ? 'x' : 'y',
  grid: true,
  gridColor: '#ececec',
  domain: false,
  ticks: false,
  tickCount: 6,
  labelColor: plotInk,
  labelFontSize: 11,
  labelPadding: 6,
  titleColor: plotInk,
  titleFontSize: 12,
  titleFontWeight: 'normal',
  titlePadding: 10,
});

/** What a picture shows, and below it of what. */
export const plotTitle = (text: string, subtitle: string): Title => ({
  text,
  subtitle,
  anchor: 'start',
  frame: 'group',
  color: plotInk,
  fontSize: 16,
  subtitleColor: plotGrey,
  subtitleFontSize: 11,
  subtitlePadding: 4,
  offset: 14,
});

/**
 * Which line is what, below the plot, where no curve can pass behind it.
 *
 * @param plotHeight - pixels
 */
export const plotLegend = (plotHeight: number): Legend => ({
  stroke: 'colour',
  symbolType: 'stroke',
  symbolSize: 260,
  symbolStrokeWidth: 2,
  orient: 'none',
  legendX: 0,
  legendY: plotHeight + 56,
  labelFontSize: 11,
  labelColor: plotInk,
});
