import type { CustomerRecord } from '../../../ml/features/customer/parse-customer.ts';
import type { PredictionAnswer } from '../../../ml/models/customer-health/prediction-document.ts';

/** The deployed customer-health model. */
export interface CustomerScorer {
  /**
   * @param customers - checked, shape [n]
   * @returns n predictions, in order
   * @throws {EndpointUnavailableError} while there is none
   * @throws {EndpointFailedError} when it answers an error, or something else than predictions
   */
  score(
    customers: readonly CustomerRecord[],
    options: { readonly explain: boolean },
  ): Promise<PredictionAnswer>;
}
