import type { Spec } from 'vega';
import { plotAxis, plotColours, plotConfig, plotTitle } from './plot-style.ts';

export interface BarPlot {
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  /** From top to bottom. */
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

const barHeight = 22;

/**
 * A vega specification of horizontal bars, each with its name to the left and its value behind it.
 *
 * @param plot - what to draw
 */
export const barPlot = ({ title, subtitle, xTitle, bars }: BarPlot): Spec => ({
  $schema: 'https://vega.github.io/schema/vega/v6.json',
  description: `${title}. ${subtitle}`,
  width: 380,
  height: bars.length * barHeight,
  // Fixed, since without a browser vega only guesses how wide a text is, and would leave too much room.
  autosize: { type: 'none' },
  padding: { left: 210, right: 60, top: 72, bottom: 60 },
  background: 'white',
  config: plotConfig,
  title: { ...plotTitle(title, subtitle), frame: 'group', dx: -190 },
  data: [{ name: 'bars', values: [...bars] }],
  scales: [
    {
      name: 'x',
      type: 'linear',
      range: 'width',
      domain: { data: 'bars', field: 'value' },
      zero: true,
      nice: true,
    },
    {
      name: 'y',
      type: 'band',
      range: 'height',
      domain: { data: 'bars', field: 'name' },
      padding: 0.25,
    },
  ],
  axes: [
    plotAxis('bottom', xTitle),
    { ...plotAxis('left', ''), grid: false, labelLimit: 0, labelFontSize: 12 },
  ],
  marks: [
    {
      type: 'rect',
      from: { data: 'bars' },
      encode: {
        enter: {
          x: { scale: 'x', value: 0 },
          x2: { scale: 'x', field: 'value' },
          y: { scale: 'y', field: 'name' },
          height: { scale: 'y', band: 1 },
          fill: { value: plotColours[0] },
        },
      },
    },
    {
      type: 'text',
      from: { data: 'bars' },
      encode: {
        enter: {
          x: { scale: 'x', field: 'value', offset: 5 },
          y: { scale: 'y', field: 'name', band: 0.5 },
          baseline: { value: 'middle' },
          fontSize: { value: 11 },
          font: { signal: "'DejaVu Sans'" },
          text: { signal: "format(datum.value, '.3f')" },
        },
      },
    },
  ],
});
