import type { PredictionAnswer } from '../../ml/models/customer-health/prediction-document.ts';
import type { CustomerScorer } from '../shared/ports/customer-scorer.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { PredictCustomerHealthRequest } from './schema.ts';

/** Asks the deployed model what to expect of customers. */
export const makePredictCustomerHealth =
  ({ scorer, telemetry }: { readonly scorer: CustomerScorer; readonly telemetry: Telemetry }) =>
  async ({ customers, explain }: PredictCustomerHealthRequest): Promise<PredictionAnswer> => {
    const answer = await scorer.score(customers, { explain });
    telemetry.count('CustomersScored', customers.length);
    telemetry.info('customers scored', { customers: customers.length, modelVersion: answer.modelVersion });
    return answer;
  };
