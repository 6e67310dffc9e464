import type { WeightedRows } from './logistic-regression.ts';

/**
 * Mean weighted log loss (cross-entropy, in nats) of log-odds.
 *
 * @param rows - labels and weights
 * @param logits - shape [n]
 * @returns ≥ 0; log 2 for someone who knows nothing
 * @example
 * meanLogLoss({ labels: [1, 0], weights: [1, 3] }, [0, 0]) // => Math.log(2)
 */
export const meanLogLoss = (
  { labels, weights }: Pick<WeightedRows, 'labels' | 'weights'>,
  logits: ArrayLike<number>,
): number => {
  let loss = 0;
  let total = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const logit = logits[row] as number;
    const softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
    loss += (weights[row] as number) * (softplus - (labels[row] as number) * logit);
    total += weights[row] as number;
  }
  return loss / total;
};
