import type { Scale, Spec } from 'vega';
import { colouredLines } from './coloured-lines.ts';
import { plotAxis, plotColours, plotConfig, plotGrey, plotLegend, plotTitle } from './plot-style.ts';

export interface Line {
  /** Stands in the legend. */
  readonly name: string;
  /** `size` in square pixels draws a dot there. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly size?: number }[];
  /** A thin dashed line: what to compare with. @default false */
  readonly isReference?: boolean;
}

export interface LinePlot {
  readonly title: string;
  readonly subtitle: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly lines: readonly Line[];
  /** Both axes from 0 to 1. @default from the data */
  readonly isUnitSquare?: boolean;
  /** x by its logarithm; every x is above 0. @default false */
  readonly isLogarithmic?: boolean;
}

const position = (name: 'x' | 'y', plot: LinePlot): Scale => {
  const range = name === 'x' ? 'width' : 'height';
  const domain = { data: 'points', field: name };
  if (name === 'x' && plot.isLogarithmic) return { name, type: 'log', range, domain };
  const isUnit = plot.isUnitSquare ?? false;
  return { name, type: 'linear', range, domain: isUnit ? [0, 1] : domain, zero: false, nice: !isUnit };
};

/**
 * A vega specification of lines over one another, with their names in a legend.
 *
 * @param plot - what to draw
 */
export const linePlot = (plot: LinePlot): Spec => {
  const { lines } = plot;
  const names = lines.map(({ name }) => name);
  let next = 0;
  const lineColours = lines.map(({ isReference }) => {
    if (isReference) return plotGrey;
    next += 1;
    return plotColours[(next - 1) % plotColours.length] as string;
  });
  const values = lines.flatMap(({ name, points, isReference = false }) =>
    points.map(({ x, y, size = 0 }) => ({ name, x, y, size, isReference })),
  );
  const width = 440;
  const height = plot.isUnitSquare ? width : 300;
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    description: `${plot.title}. ${plot.subtitle}`,
    width,
    height,
    // Fixed, since without a browser vega only guesses how wide a text is, and would leave too much room.
    autosize: { type: 'none' },
    padding: { left: 72, right: 28, top: 72, bottom: 72 + 20 * lines.length },
    background: 'white',
    config: plotConfig,
    title: plotTitle(plot.title, plot.subtitle),
    data: [
      { name: 'points', values },
      { name: 'dots', source: 'points', transform: [{ type: 'filter', expr: 'datum.size > 0' }] },
    ],
    scales: [
      position('x', plot),
      position('y', plot),
      { name: 'colour', type: 'ordinal', domain: names, range: lineColours },
      {
        name: 'dash',
        type: 'ordinal',
        domain: names,
        range: lines.map((line) => (line.isReference ? [4, 4] : [1, 0])),
      },
    ],
    axes: [plotAxis('bottom', plot.xTitle), plotAxis('left', plot.yTitle)],
    legends: [
      {
        ...plotLegend(height),
        strokeDash: 'dash',
        direction: 'vertical',
        labelLimit: 0,
        rowPadding: 5,
      },
    ],
    marks: [
      colouredLines({
        data: 'points',
        groupBy: 'name',
        stroke: {
          strokeDash: { scale: 'dash', field: 'name' },
          strokeWidth: [{ test: 'datum.isReference', value: 1.2 }, { value: 2 }],
        },
      }),
      {
        type: 'symbol',
        from: { data: 'dots' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'x' },
            y: { scale: 'y', field: 'y' },
            fill: { scale: 'colour', field: 'name' },
            stroke: { value: 'white' },
            size: { field: 'size' },
          },
        },
      },
    ],
  };
};
