import { customerInputNames } from '../../features/customer/customer-columns.ts';
import { encodeCustomer } from '../../features/customer/encode-customer.ts';
import { parseCustomer } from '../../features/customer/parse-customer.ts';
import type { CustomerHealthModel } from './customer-health-model.ts';
import { headOutputs } from './forward-network.ts';
import { normalizeInputs } from './health-params.ts';

/** What is expected of a customer. */
export interface CustomerPrediction {
  /** Probability that the next session is held and liked, 0 … 1. */
  readonly firstSessionSuccess: number;
  /** Sessions per week over the next 30 days, ≥ 0. */
  readonly sessionVelocity: number;
  /** Probability that no session is held in 14 days, 0 … 1. */
  readonly churnRisk14d: number;
  /** The same in 30 days. */
  readonly churnRisk30d: number;
  /** 0 … 100. */
  readonly healthScore: number;
}

/**
 * Predictions for encoded customers.
 *
 * @param inputs - row by row, shape [n × 59], in the order of `customerInputNames`; NaN is unknown
 * @returns shape [n]
 */
export const scoreInputs = (model: CustomerHealthModel, inputs: Float64Array): CustomerPrediction[] => {
  const width = customerInputNames.length;
  const x = normalizeInputs(inputs, model.params);
  return Array.from({ length: inputs.length / width }, (_, row) => {
    // In the order of `customerTasks`, which loading has checked.
    const [success, velocity, risk14d, risk30d, health] = headOutputs(
      model.network,
      x.subarray(row * width, (row + 1) * width),
    ) as unknown as [number, number, number, number, number];
    return {
      firstSessionSuccess: success,
      sessionVelocity: Math.max(0, velocity),
      churnRisk14d: risk14d,
      churnRisk30d: risk30d,
      healthScore: 100 * health,
    };
  });
};

/**
 * Predictions for customers as they come in.
 *
 * @param customers - each as `parseCustomer` takes it, shape [n]
 * @returns shape [n]
 * @throws {InvalidRequestError} naming every column of the first customer that does not fit
 */
export const scoreCustomers = (
  model: CustomerHealthModel,
  customers: readonly unknown[],
): CustomerPrediction[] =>
  customers.flatMap((customer) => scoreInputs(model, encodeCustomer(parseCustomer(customer))));
