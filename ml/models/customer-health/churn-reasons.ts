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

/** Below that a unit is taken not to have moved, and its slope is the one that it has there. */
const leastMove = 1e-9;

const relu = (value: number): number => Math.max(0, value);

/**
 * How much of the change of a head's logit between two rows comes from each input: DeepLIFT's rescale rule
 * (Shrikumar, Greenside & Kundaje 2017). A relu passes on the share of its input's change that it let through, so
 * that the parts add up to the whole, which gradients at one point do not.
 *
 * @param head - its place among the heads
 * @param x - normalised, shape [features]
 * @param reference - what to compare with, shape [features]
 * @returns shape [features]
 */
export const logitContributions = (
  network: PreparedNetwork,
  head: number,
  { x, reference }: { readonly x: Float64Array; readonly reference: Float64Array },
): Float64Array => {
  const there = sharedActivations(network, x);
  const from = sharedActivations(network, reference);
  let multipliers = Float64Array.from(network.heads[head]?.kernel ?? []);
  for (let layer = network.shared.length - 1; layer >= 0; layer -= 1) {
    const { units, kernel } = network.shared[layer]!;
    const scale = network.scales[layer]!;
    const through = multipliers.map((multiplier, unit) => {
      const now = there[layer]!.beforeRelu[unit]!;
      const before = from[layer]!.beforeRelu[unit]!;
      const moved = now - before;
      const share = Math.abs(moved) < leastMove ? Number(now > 0) : (relu(now) - relu(before)) / moved;
      return multiplier * scale[unit]! * share;
    });
    multipliers = new Float64Array(kernel.length / units);
    for (let cell = 0; cell < kernel.length; cell += 1) {
      const input = Math.floor(cell / units);
      multipliers[input] = multipliers[input]! + kernel[cell]! * through[cell % units]!;
    }
  }
  return multipliers.map((multiplier, input) => multiplier * (x[input]! - reference[input]!));
};

/**
 * How much each column of a customer raises or lowers the risk of leaving within 30 days, against the mean training
 * customer, by `logitContributions`. The contributions add up to the difference of the two customers' log-odds;
 * columns that say the same share what they say.
 *
 * @param customer - as `parseCustomer` takes it
 * @returns one for each of the 46 columns, the largest effect first
 * @throws {InvalidRequestError} naming every column that does not fit
 */
export const churnContributions = (model: CustomerHealthModel, customer: unknown): ChurnReason[] => {
  const x = normalizeInputs(encodeCustomer(parseCustomer(customer)), model.params);
  const head = model.network.heads.findIndex(({ name }) => name === 'churn_risk_30d');
  const reference = new Float64Array(x.length);
  const effects = logitContributions(model.network, head, { x, reference });
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
