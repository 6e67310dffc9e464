import type { CustomerValues } from '../../ml/features/customer/customer-record.ts';
import { admitCustomers } from '../shared/customer-predictions/admit-customers.ts';
import { alertChurn } from '../shared/customer-predictions/alert-churn.ts';
import { dueInputs, type NewPrediction, predictDue } from '../shared/customer-predictions/predict-due.ts';
import type { PredictionDeps } from '../shared/customer-predictions/prediction-deps.ts';
import { withPrediction } from '../shared/customer-predictions/with-prediction.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { EntryRevision } from '../shared/ports/customer-states.ts';

const writesAtOnce = 16;

/** What came of a look at some customers. */
export interface CustomersReviewed {
  readonly predicted: number;
  readonly failed: number;
  readonly isModelDown: boolean;
}

/**
 * Computes some customers' features as of now from what is kept of their events, predicts anew whoever has moved, and
 * tells people once an episode, by the very rules that hold when an event comes.
 *
 * @param customerIds - distinct, as many as one question to the model may hold
 */
export const reviewCustomers = async (
  deps: PredictionDeps,
  customerIds: readonly string[],
): Promise<CustomersReviewed> => {
  const now = deps.clock.now();
  const { admitted } = await admitCustomers(deps, new Map(customerIds.map((customerId) => [customerId, []])));
  const due = new Map<string, CustomerValues>();
  for (const [customerId, { entry }] of admitted) {
    const inputs = dueInputs(entry, now);
    if (inputs !== undefined) due.set(customerId, inputs);
  }
  const { predictions, isModelDown } = await predictDue(deps, due);
  deps.telemetry.count('CustomersReviewed', customerIds.length);
  const settled = await mapWithLimit([...predictions], writesAtOnce, async ([customerId, prediction]) => {
    const found = admitted.get(customerId);
    return found === undefined || settle(deps, customerId, { found, prediction });
  });
  return { predicted: predictions.size, failed: settled.filter((isDone) => !isDone).length, isModelDown };
};

/** One customer who cannot be written, or told of, costs no other theirs. */
const settle = async (
  deps: PredictionDeps,
  customerId: string,
  { found, prediction }: { readonly found: EntryRevision; readonly prediction: NewPrediction },
): Promise<boolean> => {
  const { revision } = found;
  const entry = withPrediction(found.entry, prediction, deps.newId);
  try {
    // Whoever came first had an event of theirs: it has been looked at with that, and by the same rules.
    if (!(await deps.states.replace(customerId, { entry, revision }))) return true;
    return await alertChurn(deps, customerId, { entry, revision: revision + 1 });
  } catch (error) {
    deps.telemetry.error("a quiet customer's prediction could not be kept", error);
    return false;
  }
};
