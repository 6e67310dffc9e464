import type { GroupMark, Spec, TextMark } from 'vega';
import { colouredLines } from './coloured-lines.ts';
import {
  plotAxis,
  plotColours,
  plotConfig,
  plotFont,
  plotGrey,
  plotInk,
  plotLegend,
  plotTitle,
} from './plot-style.ts';

/** One window, and what the network made of it. */
export interface PlottedWindow {
  /** Above its column, such as `typical`. */
  readonly title: string;
  readonly error: number;
  /** In the features' own units, shape [steps × features]. */
  readonly observed: Float32Array;
  /** Likewise. */
  readonly rebuilt: Float32Array;
}

export interface PlottedWindows {
  /** Columns of a window. */
  readonly featureNames: readonly string[];
  /** How many of them, from the first, are drawn. */
  readonly drawnFeatures: number;
  readonly secondsPerStep: number;
  /** Left to right. */
  readonly windows: readonly PlottedWindow[];
}

const panelWidth = 220;
const panelHeight = 120;
const columnStep = panelWidth + 56;
const rowStep = panelHeight + 34;
const kinds = ['measured', 'rebuilt'] as const;

const unitOf: Readonly<Record<string, string>> = {
  heartRate: 'beats/min',
  steps: 'per sample',
  calories: 'kcal per sample',
  distance: 'm per sample',
};

const heading = ({ title, error }: PlottedWindow): TextMark => ({
  type: 'text',
  encode: {
    enter: {
      text: { value: `${title}, error ${error.toPrecision(3)}` },
      y: { value: -10 },
      font: { value: plotFont },
      fontSize: { value: 12 },
      fill: { value: plotInk },
    },
  },
});

const panel = (
  plot: PlottedWindows,
  { window, column, feature }: { window: PlottedWindow; column: number; feature: number },
): GroupMark => {
  const { featureNames, drawnFeatures, secondsPerStep } = plot;
  const width = featureNames.length;
  const name = featureNames[feature] ?? '';
  const values = [window.observed, window.rebuilt].flatMap((cells, kind) =>
    Array.from({ length: cells.length / width }, (_, step) => ({
      kind: kinds[kind],
      x: step * secondsPerStep,
      y: cells[step * width + feature],
    })),
  );
  const isLast = feature === drawnFeatures - 1;
  return {
    type: 'group',
    encode: {
      enter: {
        x: { value: column * columnStep },
        y: { value: feature * rowStep },
        width: { value: panelWidth },
        height: { value: panelHeight },
      },
    },
    // An axis draws its grid as far as these reach.
    signals: [
      { name: 'width', value: panelWidth },
      { name: 'height', value: panelHeight },
    ],
    data: [{ name: 'cells', values }],
    scales: [
      { name: 'x', type: 'linear', range: [0, panelWidth], domain: { data: 'cells', field: 'x' } },
      {
        name: 'y',
        type: 'linear',
        range: [panelHeight, 0],
        domain: { data: 'cells', field: 'y' },
        zero: false,
        nice: true,
      },
    ],
    axes: [
      { ...plotAxis('bottom', isLast ? 'seconds' : ''), tickCount: 4, labels: isLast },
      {
        ...plotAxis('left', column === 0 ? `${name}, ${unitOf[name] ?? 'own unit'}` : ''),
        tickCount: 4,
        titleFontSize: 11,
      },
    ],
    marks: [
      ...(feature === 0 ? [heading(window)] : []),
      colouredLines({ data: 'cells', groupBy: 'kind', stroke: { strokeWidth: { value: 1.6 } } }),
    ],
  };
};

/**
 * Windows beside one another, each measured feature below the last, with what the network made of them; as a vega
 * specification.
 *
 * @param plot - at least one window
 */
export const reconstructionPlot = (plot: PlottedWindows): Spec => {
  const { windows, drawnFeatures } = plot;
  const features = [...Array(drawnFeatures).keys()];
  const width = windows.length * columnStep - 56;
  const height = drawnFeatures * rowStep - 34;
  const subtitle = 'Windows that were held back, as the watch measured them and as the network rebuilt them';
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    description: `What the network sees. ${subtitle}`,
    width,
    height,
    autosize: { type: 'none' },
    padding: { left: 84, right: 28, top: 96, bottom: 96 },
    background: 'white',
    config: plotConfig,
    title: { ...plotTitle('What the network sees', subtitle), offset: 16 },
    scales: [{ name: 'colour', type: 'ordinal', domain: [...kinds], range: [plotGrey, plotColours[0]] }],
    legends: [
      {
        ...plotLegend(height),
        direction: 'horizontal',
        columnPadding: 20,
      },
    ],
    marks: windows.flatMap((window, column) =>
      features.map((feature) => panel(plot, { window, column, feature })),
    ),
  };
};
