import type { Spec } from 'vega';
import type { ScoredRows } from '../evaluation/confusion.ts';
import { reliabilityBins } from '../evaluation/reliability-bins.ts';
import { linePlot } from './line-plot.ts';

/**
 * Predicted against observed share in ten bins, as a vega specification.
 *
 * @param rows - labels, calibrated probabilities and weights
 * @param calibrationError - named in the subtitle
 */
export const reliabilityPlot = (rows: ScoredRows, calibrationError: number): Spec =>
  linePlot({
    title: 'Whether a probability can be taken at its word',
    subtitle: `Predicted and observed share in ten bins; mean distance ${calibrationError.toFixed(3)}`,
    xTitle: 'predicted probability',
    yTitle: 'observed share',
    isUnitSquare: true,
    legend: 'bottom-right',
    lines: [
      {
        name: 'network, calibrated',
        hasDots: true,
        points: reliabilityBins(rows, 10).map(({ predicted, observed }) => ({ x: predicted, y: observed })),
      },
      {
        name: 'perfect',
        isReference: true,
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
    ],
  });
