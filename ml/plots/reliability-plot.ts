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
export const reliabilityPlot = (rows: ScoredRows, calibrationError: number): Spec => {
  const bins = reliabilityBins(rows, 10);
  const most = Math.max(...bins.map(({ weight }) => weight));
  return linePlot({
    title: 'Whether a probability can be taken at its word',
    subtitle: `Ten bins, the larger a dot the more persons; mean distance ${calibrationError.toFixed(3)}`,
    xTitle: 'predicted probability',
    yTitle: 'observed share',
    isUnitSquare: true,
    lines: [
      {
        name: 'network, calibrated',
        // The area follows the number of persons, so that a bin of one is seen for what it is.
        points: bins.map(({ predicted, observed, weight }) => ({
          x: predicted,
          y: observed,
          size: 20 + (380 * weight) / most,
        })),
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
};
