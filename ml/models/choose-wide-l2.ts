import { fitLogisticRegression, linearLogits, type WeightedRows } from './logistic-regression.ts';
import { meanLogLoss } from './mean-log-loss.ts';

/** From scikit-learn's default upwards; a factor of five apart, since the loss is flat around its minimum. */
const strengths = [1, 5, 25, 125, 625] as const;

/**
 * How strongly the linear path is held back: the L2 strength whose logistic regressions lose least on persons that
 * they did not learn from, summed over the members' parts. Columns that say nearly the same need more than the
 * default of 1, and with few people far more. Hastie, Tibshirani & Friedman 2009, section 7.10.
 *
 * @param parts - of each member: what it learns from, and what decides when it stops
 * @param width - number of columns
 * @returns one of 1, 5, 25, 125, 625; the least of those that tie
 */
export const chooseWideL2 = (
  parts: readonly { readonly fit: WeightedRows; readonly heldBack: WeightedRows }[],
  width: number,
): number => {
  const losses = strengths.map((l2) =>
    parts.reduce((sum, { fit, heldBack }) => {
      const regression = fitLogisticRegression(fit, width, l2);
      return sum + meanLogLoss(heldBack, linearLogits(regression, heldBack.values));
    }, 0),
  );
  return strengths[losses.indexOf(Math.min(...losses))] ?? strengths[0];
};
