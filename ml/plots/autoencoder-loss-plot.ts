import type { Spec } from 'vega';
import type { LossRecord } from '../wearable/training/training-state.ts';
import { linePlot } from './line-plot.ts';

/** Area in square pixels of the dot at the epoch that is kept. */
const keptDot = 80;

/**
 * Loss by epoch of an autoencoder, as a vega specification; a dot marks the epoch whose weights are kept.
 *
 * @param history - in order of epoch
 * @param bestEpoch - the one that is kept
 */
export const autoencoderLossPlot = (history: readonly LossRecord[], bestEpoch: number): Spec =>
  linePlot({
    title: 'How training went',
    subtitle: `Mean squared error of standardised windows; the weights of epoch ${bestEpoch} are kept`,
    xTitle: 'epoch',
    yTitle: 'mean squared error',
    lines: [
      {
        name: 'windows learned from, with dropout',
        points: history.map(({ epoch, trainLoss }) => ({ x: epoch, y: trainLoss })),
      },
      {
        name: 'windows held back to stop by',
        points: history.map(({ epoch, validationLoss }) => ({
          x: epoch,
          y: validationLoss,
          ...(epoch === bestEpoch ? { size: keptDot } : {}),
        })),
      },
    ],
  });
