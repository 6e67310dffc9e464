import * as z from 'zod';
import type { ApprovalDecision } from '../../evaluation/approval-gate.ts';
import { customerHealthModelName } from './health-params.ts';

const Judged = z.looseObject({
  name: z.string(),
  reached: z.number().nullable(),
  bestPossible: z.number().nullable(),
});

/**
 * What a customer-health model is worth on customers that took no part in its training: `metrics.json` as far as the
 * gate and the registry read it.
 */
export const CustomerHealthMetrics = z.looseObject({
  modelName: z.literal(customerHealthModelName).default(customerHealthModelName),
  /** The training guide's table of expected results. */
  guide: z.array(Judged),
});
export type CustomerHealthMetrics = z.infer<typeof CustomerHealthMetrics>;

/** The column "Good" of the guide's table. */
export const customerHealthLimits = [
  { name: 'churn_auc_14d', title: 'the AUC of churn within 14 days', limit: 0.9, isHigherBetter: true },
  { name: 'churn_auc_30d', title: 'the AUC of churn within 30 days', limit: 0.92, isHigherBetter: true },
  {
    name: 'first_session_accuracy',
    title: 'the accuracy of the first session',
    limit: 0.85,
    isHigherBetter: true,
  },
  { name: 'health_score_mae', title: 'the mean error of the health score', limit: 8, isHigherBetter: false },
  {
    name: 'session_velocity_mae',
    title: 'the mean error of the velocity',
    limit: 0.2,
    isHigherBetter: false,
  },
] as const;

/** A model may be so much worse than the best possible. */
const nearBest = 0.02;

/**
 * Whether a model may be deployed: each figure of the guide's table as good as its column "Good", or within 2 % of
 * what nobody could do better than, whichever asks for less.
 *
 * @param metrics - null for a model that was not measured, which is no evidence and so no approval
 * @example
 * decideCustomerHealthApproval(null).approved // => false
 */
export const decideCustomerHealthApproval = (metrics: CustomerHealthMetrics | null): ApprovalDecision => {
  if (metrics === null) {
    return { approved: false, reasons: ['It was not measured: train it with --test-data.'] };
  }
  const reasons = customerHealthLimits.flatMap(({ name, title, limit, isHigherBetter }) => {
    const judged = metrics.guide.find((figure) => figure.name === name);
    const reached = judged?.reached ?? undefined;
    if (reached === undefined) return [`It was not measured by ${title}.`];
    const sign = isHigherBetter ? 1 : -1;
    const nearlyBest = (judged?.bestPossible ?? limit) * (1 - sign * nearBest);
    const wanted = judged?.bestPossible == null ? limit : sign * Math.min(sign * limit, sign * nearlyBest);
    if (sign * reached >= sign * wanted) return [];
    return [
      `It is not good enough by ${title}: ${reached.toFixed(3)}, and ${isHigherBetter ? 'at least' : 'at most'} ${wanted.toFixed(3)} is wanted.`,
    ];
  });
  return { approved: reasons.length === 0, reasons };
};
