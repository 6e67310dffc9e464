import * as z from 'zod';
import { DomainError } from '../../domain-error.ts';
import { reasons } from './churn-reasons.ts';
import type { CustomerHealthModel } from './customer-health-model.ts';
import { scoreCustomers } from './score-customers.ts';

/** The model answered something that is no prediction: its weights are broken. */
export class ModelFailedError extends DomainError {
  readonly code = 'model-failed';
}

const share = z.number().min(0).max(1);

/** What is expected of one customer, as every door gives it. */
export const PredictionDocument = z.strictObject({
  first_session_success: share,
  /** Sessions per week over the next 30 days. */
  session_velocity: z.number().min(0),
  churn_risk_14d: share,
  churn_risk_30d: share,
  health_score: z.number().min(0).max(100),
  /** The columns that say most about the risk of leaving; where they were asked for. */
  reasons: z
    .array(
      z.strictObject({
        feature: z.string(),
        direction: z.enum(['raises', 'lowers']),
        /** Change of the log-odds of leaving within 30 days. */
        contribution: z.number(),
      }),
    )
    .optional(),
});
export type PredictionDocument = z.infer<typeof PredictionDocument>;

/** The answer to a request for predictions, in the order of the customers. */
export const PredictionAnswer = z.strictObject({
  predictions: z.array(PredictionDocument),
  /** Which model it was: the version in its package. */
  modelVersion: z.string(),
});
export type PredictionAnswer = z.infer<typeof PredictionAnswer>;

/**
 * Predictions as the command line, the container and the function give them.
 *
 * @param customers - each as `parseCustomer` takes it, shape [n]
 * @param options - whether each is to have its reasons
 * @returns shape [n]
 * @throws {InvalidRequestError} naming every column of the first customer that does not fit
 * @throws {ModelFailedError} when a prediction is no number, or out of its range
 */
export const predictionDocuments = (
  model: CustomerHealthModel,
  customers: readonly unknown[],
  { explain }: { readonly explain: boolean },
): readonly PredictionDocument[] =>
  scoreCustomers(model, customers).map((prediction, index) => {
    const document = PredictionDocument.safeParse({
      first_session_success: prediction.firstSessionSuccess,
      session_velocity: prediction.sessionVelocity,
      churn_risk_14d: prediction.churnRisk14d,
      churn_risk_30d: prediction.churnRisk30d,
      health_score: prediction.healthScore,
      ...(explain ? { reasons: reasons(model, customers[index]) } : {}),
    });
    if (document.success) return document.data;
    const broken = document.error.issues[0]?.path.join('.') ?? '';
    throw new ModelFailedError(
      `The model's ${broken} is no number of its range: its weights are broken. Put the version before it back.`,
      { output: broken },
    );
  });
