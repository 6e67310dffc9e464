import { type CustomerValues, customerRecord } from '../../../ml/features/customer/customer-record.ts';
import { computeOnlineFeatures } from '../../../ml/features/customer/online/compute-online-features.ts';
import { movedColumns } from '../../../ml/features/customer/online/moved-columns.ts';
import { InvalidRequestError } from '../../../ml/invalid-request-error.ts';
import type { PredictionDocument } from '../../../ml/models/customer-health/prediction-document.ts';
import type { ChurnReason, CustomerEntry, LastPrediction } from '../ports/customer-states.ts';
import type { PredictionDeps } from './prediction-deps.ts';

/** How often a customer is predicted at most. */
const leastIntervalMs = 3_600_000;
const customersPerCall = 100;

/** What is newly expected of a customer. */
export interface NewPrediction extends LastPrediction {
  readonly reasons: readonly ChurnReason[];
}

/**
 * What a customer's prediction is to be made from, where one is due: none was made in the last hour, and a column has
 * moved by more than a tenth since the last, or nobody could be told of that.
 *
 * @returns undefined where none is due, or the customer's profile has not come yet
 */
export const dueInputs = (
  { state, prediction, episode }: CustomerEntry,
  now: number,
): CustomerValues | undefined => {
  if (state.profile === undefined) return undefined;
  if (prediction !== undefined && now - prediction.at < leastIntervalMs) return undefined;
  const { profile } = state.profile;
  const inputs = customerRecord(profile, computeOnlineFeatures(state, profile, now));
  if (prediction === undefined || episode?.alert === 'due') return inputs;
  return movedColumns(prediction.inputs, inputs).length === 0 ? undefined : inputs;
};

/** What came of asking the model. */
export interface PredictedCustomers {
  /** By customer id. */
  readonly predictions: ReadonlyMap<string, NewPrediction>;
  /** It could not be asked, or answered nonsense, and so the rest were not asked for. */
  readonly isModelDown: boolean;
}

/**
 * Predicts customers. A model that cannot be asked, or refuses somebody, leaves them out: their next event, or the next
 * review, asks again.
 *
 * @param due - by customer id, what each prediction is to be made from
 */
export const predictDue = async (
  deps: Pick<PredictionDeps, 'scorer' | 'telemetry' | 'clock'>,
  due: ReadonlyMap<string, CustomerValues>,
): Promise<PredictedCustomers> => {
  const asked = [...due];
  const predicted = new Map<string, NewPrediction>();
  let isModelDown = false;
  for (let start = 0; start < asked.length && !isModelDown; start += customersPerCall) {
    const some = asked.slice(start, start + customersPerCall);
    const customers = some.map(([, inputs]) => inputs);
    const documents = await score(deps, customers, () => {
      // Whoever waits for a model that is not there must not wait once more for each hundred.
      isModelDown = true;
    });
    for (const [index, [customerId, inputs]] of some.entries()) {
      const document = documents[index];
      if (document === undefined) continue;
      predicted.set(customerId, {
        at: deps.clock.now(),
        churnRisk30d: document.churn_risk_30d,
        healthScore: document.health_score,
        inputs,
        reasons: (document.reasons ?? []).slice(0, 3),
      });
    }
  }
  if (asked.length > 0) deps.telemetry.count('CustomersPredicted', predicted.size);
  return { predictions: predicted, isModelDown };
};

/** One customer that is refused must not cost the others theirs: a batch that is refused is asked for in halves. */
const score = async (
  deps: Pick<PredictionDeps, 'scorer' | 'telemetry'>,
  customers: readonly CustomerValues[],
  onOutage: () => void,
): Promise<readonly (PredictionDocument | undefined)[]> => {
  try {
    return (await deps.scorer.score(customers, { explain: true })).predictions;
  } catch (error) {
    if (error instanceof InvalidRequestError && customers.length > 1) {
      const middle = Math.ceil(customers.length / 2);
      return [
        ...(await score(deps, customers.slice(0, middle), onOutage)),
        ...(await score(deps, customers.slice(middle), onOutage)),
      ];
    }
    if (!(error instanceof InvalidRequestError)) onOutage();
    deps.telemetry.count('CustomerPredictionFailures', customers.length);
    deps.telemetry.error('customers could not be predicted yet', error);
    return customers.map(() => undefined);
  }
};
