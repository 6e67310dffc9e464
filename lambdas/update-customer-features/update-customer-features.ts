import type { CustomerValues } from '../../ml/features/customer/customer-record.ts';
import type { CustomerEventMessage } from '../../ml/features/customer/online/customer-event-message.ts';
import { admitCustomers, isErasedMeanwhile } from '../shared/customer-predictions/admit-customers.ts';
import { alertChurn } from '../shared/customer-predictions/alert-churn.ts';
import { maxRounds } from '../shared/customer-predictions/max-rounds.ts';
import { dueInputs, type NewPrediction, predictDue } from '../shared/customer-predictions/predict-due.ts';
import type { PredictionDeps } from '../shared/customer-predictions/prediction-deps.ts';
import { withPrediction } from '../shared/customer-predictions/with-prediction.ts';
import { mapWithLimit } from '../shared/map-with-limit.ts';
import type { EntryRevision } from '../shared/ports/customer-states.ts';
import { withEvents } from './with-events.ts';

const writesAtOnce = 16;

/** One customer's part of a batch. */
interface CustomerBatch {
  readonly customerId: string;
  readonly messages: readonly CustomerEventMessage[];
  readonly found: EntryRevision;
}

/**
 * Adds events to what is kept of their customers, whatever their order and however often each comes; predicts anew
 * whoever has moved, at most hourly; and tells people, once an episode, who is likely to leave.
 *
 * @returns for each message whether it is done with, in their order; what is not is to come again
 */
export const makeUpdateCustomerFeatures =
  (deps: PredictionDeps) =>
  async (messages: readonly CustomerEventMessage[]): Promise<readonly boolean[]> => {
    const byCustomer = Map.groupBy(messages, ({ customerId }) => customerId);
    const now = deps.clock.now();
    const { admitted, unreadable } = await admitCustomers(deps, byCustomer);
    const batches = [...admitted].map(
      ([customerId, found]): CustomerBatch => ({
        customerId,
        messages: byCustomer.get(customerId) ?? [],
        found,
      }),
    );
    const due = new Map<string, CustomerValues>();
    for (const { customerId, messages: own, found } of batches) {
      const inputs = dueInputs(withEvents(found.entry, own, now).entry, now);
      if (inputs !== undefined) due.set(customerId, inputs);
    }
    const { predictions } = await predictDue(deps, due);
    const failed = new Set(unreadable);
    await mapWithLimit(batches, writesAtOnce, async (batch) => {
      const isDone = await settle(deps, batch, predictions.get(batch.customerId)).catch((error: unknown) => {
        deps.telemetry.error("a customer's events could not be added; they come again", error);
        return false;
      });
      if (!isDone) failed.add(batch.customerId);
    });
    return messages.map(({ customerId }) => !failed.has(customerId));
  };

/** Writes what has changed, over whatever somebody else may have written since, and sends what is due. */
const settle = async (
  deps: PredictionDeps,
  { customerId, messages, found }: CustomerBatch,
  prediction: NewPrediction | undefined,
): Promise<boolean> => {
  const { states, clock, telemetry } = deps;
  let current: EntryRevision | undefined = found;
  for (let look = 0; look < maxRounds; look++) {
    // Whoever is no longer admitted has been counted as such.
    if (current === undefined) return true;
    const { revision } = current;
    const { entry: grown, added, duplicates, expired } = withEvents(current.entry, messages, clock.now());
    const entry = prediction === undefined ? grown : withPrediction(grown, prediction, deps.newId);
    const isSame = entry === current.entry;
    if (isSame || (await states.replace(customerId, { entry, revision }))) {
      if (revision === 0 && (await isErasedMeanwhile(deps, customerId))) return true;
      telemetry.count('CustomerEventsAdded', added);
      telemetry.count('CustomerEventsDuplicate', duplicates);
      telemetry.count('CustomerEventsExpired', expired);
      return alertChurn(deps, customerId, { entry, revision: revision + (isSame ? 0 : 1) });
    }
    const { admitted } = await admitCustomers(deps, new Map([[customerId, messages]]));
    current = admitted.get(customerId);
  }
  throw new Error('The entry changed at every try.');
};
