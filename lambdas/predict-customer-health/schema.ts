import * as z from 'zod';
import { type CustomerRecord, parseCustomer } from '../../ml/features/customer/parse-customer.ts';
import { parseCustomers } from '../../ml/features/customer/parse-customers.ts';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const which = 'either customer, one of them, or customers, a list';

/** The envelope; what is in it is read by the parser that every door has. */
const Envelope = z
  .strictObject(
    {
      customer: z.unknown().optional(),
      customers: z.array(z.unknown(), { error: 'a list of customers' }).optional(),
      explain: z.boolean({ error: 'true or false' }).default(false),
    },
    { error: `an object with ${which}` },
  )
  .refine(({ customer, customers }) => (customer === undefined) !== (customers === undefined), {
    error: `an object with ${which}`,
  });

/** Customers to be judged. */
export interface PredictCustomerHealthRequest {
  readonly customers: readonly CustomerRecord[];
  /** Whether each prediction is to have its three reasons. */
  readonly explain: boolean;
}

/**
 * @throws {InvalidRequestError} naming the customer and the column that does not fit
 * @throws {TooManyCustomersError}
 */
export const parsePredictCustomerHealth = (input: unknown): PredictCustomerHealthRequest => {
  const { customer, customers, explain } = parseRequest(Envelope, input);
  return {
    customers: customers === undefined ? [parseCustomer(customer)] : parseCustomers({ instances: customers }),
    explain,
  };
};
