import { ridgeRegression } from '../ridge-regression.ts';
import { rowLogits } from './forward-network.ts';
import type { MultiTaskNetwork, TaskHead } from './multi-task-network.ts';

export interface CorrectionRows {
  /** Normalised, row by row, shape [n × features]. */
  readonly x: Float64Array;
  /** In the units of the heads, row by row, shape [n × heads]; NaN is missing. */
  readonly labels: Float64Array;
}

/** Fewer labels than this say too little to correct a head by. */
const leastLabels = 20;

/**
 * Corrects each linear head by a line through what it gives, so that an amount is right on average on rows that it
 * did not learn from. The line's two numbers become part of the head's weights: whoever runs the network, with
 * whatever runtime, gets the corrected amounts.
 *
 * Probabilities stay as they were learned. Log loss calibrates them, and the scale and shift of their logits (Platt
 * 1999), fitted on some 1,500 validation customers, miss by more than they mend: docs/customer-health.md.
 *
 * A head keeps its weights where too few rows have the label, or where it ranks no better than chance.
 *
 * @param network - left as it was
 * @param rows - of the validation part, which also decides when training stops
 */
export const correctAmounts = (
  network: MultiTaskNetwork,
  { x, labels }: CorrectionRows,
): MultiTaskNetwork => {
  const { heads } = network;
  const logits = rowLogits(network, x);
  const corrected = heads.map((head, index): TaskHead => {
    if (head.activation !== 'linear') return head;
    const known = [...Array(logits.length / heads.length).keys()].filter(
      (row) => !Number.isNaN(labels[row * heads.length + index]),
    );
    if (known.length < leastLabels) return head;
    const { coefficients, intercept } = ridgeRegression(
      {
        values: Float64Array.from(known, (row) => logits[row * heads.length + index]!),
        labels: known.map((row) => labels[row * heads.length + index]!),
        weights: known.map(() => 1),
      },
      1,
      1e-6,
    );
    const slope = coefficients[0]!;
    if (!(slope > 0)) return head;
    return {
      ...head,
      kernel: head.kernel.map((weight) => weight * slope),
      bias: Float32Array.of(head.bias[0]! * slope + intercept),
    };
  });
  return { ...network, heads: corrected };
};
