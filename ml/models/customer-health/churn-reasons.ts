import { customerColumns, inputNamesOf } from '../../features/customer/customer-columns.ts';
import { encodeCustomer } from '../../features/customer/encode-customer.ts';
import { parseCustomer } from '../../features/customer/parse-customer.ts';
import type { CustomerHealthModel } from './customer-health-model.ts';
import { type PreparedNetwork, sharedActivations } from './forward-network.ts';
import { normalizeInputs } from './health-params.ts';

/** How one column moved a customer's risk. */
export interface ChurnReason {
  /** A column of `customerColumns`. */
  readonly feature: string;
  readonly direction: 'raises' | 'lowers';
  /** Change of the log-odds of leaving within 30 days against the mean customer; its sign is the direction. */
  readonly contribution: number;
}

/** Points on the way from the mean customer to this one; enough for the sum to be right to two hundredths. */
const steps = 128;

/**
 * How the log-odds of a head change with each input, at one point.
 *
 * @param head - its place among the heads
 * @param x - normalised, shape [features]
 * @returns shape [features]
 */
export const logitGradient = (network: PreparedNetwork, head: number, x: Float64Array): Float64Array => {
  const activations = sharedActivations(network, x);
  let slopes = Float64Array.from(network.heads[head]?.kernel ?? []);
  for (let layer = network.shared.length - 1; layer >= 0; layer -= 1) {
    const { units, kernel } = network.shared[layer]!;
    const { isActive } = activations[layer]!;
    const scale = network.scales[layer]!;
    const through = slopes.map((slope, unit) => slope * scale[unit]! * isActive[unit]!);
    slopes = new Float64Array(kernel.length / units);
    for (let cell = 0; cell < kernel.length; cell += 1) {
      const input = Math.floor(cell / units);
      slopes[input] = slopes[input]! + kernel[cell]! * through[cell % units]!;
    }
  }
  return slopes;
};

/**
 * How much each column of a customer raises or lowers the risk of leaving within 30 days: integrated gradients
 * (Sundararajan, Taly & Yan 2017) of the log-odds from the mean training customer to this one. The contributions
 * add up to the difference of the two customers' log-odds; columns that say the same share what they say.
 *
 * @param customer - as `parseCustomer` takes it
 * @returns one for each of the 46 columns, the largest effect first
 * @throws {InvalidRequestError} naming every column that does not fit
 */
export const churnContributions = (model: CustomerHealthModel, customer: unknown): ChurnReason[] => {
  const x = normalizeInputs(encodeCustomer(parseCustomer(customer)), model.params);
  const head = model.network.heads.findIndex(({ name }) => name === 'churn_risk_30d');
  const effects = new Float64Array(x.length);
  for (let step = 0; step < steps; step += 1) {
    const share = (step + 0.5) / steps;
    const slopes = logitGradient(
      model.network,
      head,
      x.map((value) => share * value),
    );
    slopes.forEach((slope, input) => {
      effects[input] = effects[input]! + (slope * x[input]!) / steps;
    });
  }
  let next = 0;
  return customerColumns
    .map((column): ChurnReason => {
      const from = next;
      next += inputNamesOf(column).length;
      const contribution = effects.subarray(from, next).reduce((sum, effect) => sum + effect, 0);
      return { feature: column.name, direction: contribution > 0 ? 'raises' : 'lowers', contribution };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
};

/**
 * The columns that say most about a customer's risk of leaving, by `churnContributions`.
 *
 * @param customer - as `parseCustomer` takes it
 * @param count - how many, ≥ 0
 * @throws {InvalidRequestError} naming every column that does not fit
 */
export const reasons = (model: CustomerHealthModel, customer: unknown, count = 3): ChurnReason[] =>
  churnContributions(model, customer).slice(0, count);
