import type { Spec } from 'vega';
import { type Line, linePlot } from './line-plot.ts';

export interface PlottedErrors {
  /** Of held-back normal windows, ≥ 0, at least one. */
  readonly normal: ArrayLike<number>;
  /** Of windows known to be anomalous. @default none */
  readonly anomalous?: ArrayLike<number>;
  /** Where normal ends. */
  readonly threshold: number;
  /** From where a window is called an anomaly. */
  readonly q995: number;
  readonly percentile: number;
}

const binCount = 50;
/** Errors of 0 have no logarithm; they are drawn in the least bin. */
const leastShare = 1e-4;

/** Edges that divide the range of errors evenly by their logarithm, shape [bins + 1]. */
const logarithmicEdges = (errors: readonly number[]): number[] => {
  const greatest = Math.max(...errors, Number.MIN_VALUE);
  const least = Math.max(greatest * leastShare, Math.min(...errors));
  const [low, high] = [Math.log(least * 0.95), Math.log(greatest * 1.05)];
  return Array.from({ length: binCount + 1 }, (_, edge) => Math.exp(low + ((high - low) * edge) / binCount));
};

/** The outline of a histogram whose bars add up to 1. */
const outline = (errors: readonly number[], edges: readonly number[]) => {
  const shares = new Array<number>(edges.length - 1).fill(0);
  for (const error of errors) {
    const above = edges.findIndex((edge) => edge > error);
    const bin = above < 0 ? shares.length - 1 : Math.max(0, above - 1);
    shares[bin] = (shares[bin] ?? 0) + 1 / errors.length;
  }
  return shares.flatMap((share, bin) => [
    { x: edges[bin] ?? 0, y: share },
    { x: edges[bin + 1] ?? 0, y: share },
  ]);
};

/**
 * How the errors of windows are distributed and where the threshold lies among them, as a vega specification.
 */
export const errorPlot = ({ threshold, q995, percentile, ...errors }: PlottedErrors): Spec => {
  const normal = Array.from(errors.normal);
  const anomalous = Array.from(errors.anomalous ?? []);
  const edges = logarithmicEdges([...normal, ...anomalous, threshold, q995]);
  const histograms: Line[] = [
    { name: `normal windows that were held back (${normal.length})`, points: outline(normal, edges) },
    ...(anomalous.length === 0
      ? []
      : [{ name: `anomalous windows (${anomalous.length})`, points: outline(anomalous, edges) }]),
  ];
  const highest = Math.max(...histograms.flatMap(({ points }) => points.map(({ y }) => y)));
  const upright = (name: string, x: number): Line => ({
    name,
    isReference: true,
    points: [
      { x, y: 0 },
      { x, y: highest },
    ],
  });
  return linePlot({
    title: 'Which errors are normal',
    subtitle: `Threshold: percentile ${percentile} of normal windows; anomaly: from percentile 99.5 on`,
    xTitle: "error of a window, the model's own measure",
    yTitle: 'share of windows',
    isLogarithmic: true,
    lines: [
      ...histograms,
      upright(`left line: threshold ${threshold.toPrecision(3)}`, threshold),
      upright(`right line: anomaly, from ${q995.toPrecision(3)}`, q995),
    ],
  });
};
