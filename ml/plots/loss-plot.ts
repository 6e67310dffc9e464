import type { Spec } from 'vega';
import type { EpochRecord } from '../models/train-member.ts';
import { linePlot } from './line-plot.ts';

/** Mean loss per epoch; a member that has stopped keeps its last one, so that the mean does not jump. */
const meanOver = (histories: readonly (readonly EpochRecord[])[], loss: 'trainLoss' | 'heldBackLoss') => {
  const longest = Math.max(...histories.map(({ length }) => length));
  return Array.from({ length: longest }, (_, epoch) => {
    const records = histories.flatMap((history) => history[epoch] ?? history.at(-1) ?? []);
    return { x: epoch, y: records.reduce((sum, record) => sum + record[loss], 0) / records.length };
  });
};

/**
 * Loss by epoch, mean over the members of the ensemble, as a vega specification.
 *
 * @param histories - one per member, each from epoch 0
 */
export const lossPlot = (histories: readonly (readonly EpochRecord[])[]): Spec =>
  linePlot({
    title: 'What training gained over logistic regression',
    subtitle: 'Mean over the networks; epoch 0 is the logistic regression that each starts from',
    xTitle: 'epoch',
    yTitle: 'log loss, classes balanced',
    lines: [
      { name: 'persons learned from', points: meanOver(histories, 'trainLoss') },
      { name: 'persons held back to stop by', points: meanOver(histories, 'heldBackLoss') },
    ],
  });
