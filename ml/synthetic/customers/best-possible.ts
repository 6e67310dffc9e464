import { rocAuc } from '../../evaluation/roc-auc.ts';
import { mean } from '../../stats/mean.ts';
import type { CustomerLabels } from './label-customer.ts';

/** What somebody would reach who knows each customer's path; a model sees events only, and cannot do better. */
export interface BestPossible {
  /** NaN where all or none were so. */
  readonly churned14dAuc: number;
  readonly churned30dAuc: number;
  readonly firstSessionAccuracy: number;
  readonly firstSessionAuc: number;
  /** Points: the noise of the health score. */
  readonly healthMae: number;
}

/**
 * The best that any model could reach on these customers.
 *
 * Risks and velocity are labels themselves, and known exactly to who knows the path (AUC 1, error 0): the figures
 * here are those that chance keeps from being perfect.
 *
 * @param rows - shape [n], n ≥ 1
 * @throws {InsufficientDataError} when n = 0
 */
export const bestPossible = (rows: readonly CustomerLabels[]): BestPossible => {
  const of = (name: keyof CustomerLabels) => rows.map((row) => row[name]);
  const success = of('label_first_session_success');
  const chance = of('truth_first_session_success');
  return {
    churned14dAuc: rocAuc(of('outcome_churned_14d'), of('label_churn_risk_14d')),
    churned30dAuc: rocAuc(of('outcome_churned_30d'), of('label_churn_risk_30d')),
    firstSessionAccuracy: mean(success.map((label, row) => Number(label === Number(chance[row]! >= 0.5)))),
    firstSessionAuc: rocAuc(success, chance),
    healthMae: mean(rows.map((row) => Math.abs(row.label_health_score - row.truth_health_score))),
  };
};
