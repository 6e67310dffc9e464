import { fitLogisticRegression } from '../logistic-regression.ts';
import { ridgeRegression } from '../ridge-regression.ts';
import { rowLogits } from './forward-network.ts';
import type { MultiTaskNetwork, TaskHead } from './multi-task-network.ts';

export interface CalibrationRows {
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float64Array;
  /** In the units of the heads, row by row, shape [n × heads]; NaN is missing. */
  readonly labels: Float64Array;
}

/** Fewer labels than this say too little to correct a head by. */
const leastLabels = 20;

/** A line through logits: of log-odds for a probability (Platt 1999), of amounts otherwise. */
const fitLine = (activation: TaskHead['activation'], logits: number[], labels: number[]) => {
  const values = Float64Array.from(logits);
  const weights = labels.map(() => 1);
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  // As Platt's targets, a little towards the mean: labels that separate perfectly would claim certainty.
  const softened = labels.map((label) => label + (mean - label) / (labels.length + 2));
  return activation === 'sigmoid'
    ? fitLogisticRegression({ values, labels: softened, weights }, 1, 1e-6)
    : ridgeRegression({ values, labels, weights }, 1, 1e-6);
};

/**
 * Corrects each head by a line through its logits, so that on rows that it did not learn from a probability is what
 * happens and an amount is right on average. The line becomes part of the head's weights: whoever runs the network,
 * with whatever runtime, gets the corrected outputs.
 *
 * A head keeps its weights where too few rows have the label, or where it ranks no better than chance.
 *
 * @param network - left as it was
 * @param rows - of the validation part
 */
export const calibrateHeads = (
  network: MultiTaskNetwork,
  { x, labels }: CalibrationRows,
): MultiTaskNetwork => {
  const { heads } = network;
  const logits = rowLogits(network, x);
  const calibrated = heads.map((head, index): TaskHead => {
    const known = [...Array(logits.length / heads.length).keys()].filter(
      (row) => !Number.isNaN(labels[row * heads.length + index]),
    );
    if (known.length < leastLabels) return head;
    const { coefficients, intercept } = fitLine(
      head.activation,
      known.map((row) => logits[row * heads.length + index]!),
      known.map((row) => labels[row * heads.length + index]!),
    );
    const slope = coefficients[0]!;
    if (!(slope > 0)) return head;
    return {
      ...head,
      kernel: head.kernel.map((weight) => weight * slope),
      bias: Float32Array.of(head.bias[0]! * slope + intercept),
    };
  });
  return { ...network, heads: calibrated };
};
