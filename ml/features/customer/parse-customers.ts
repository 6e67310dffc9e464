import { DomainError } from '../../domain-error.ts';
import { InvalidRequestError, type RequestProblem } from '../../invalid-request-error.ts';
import { type CustomerRecord, parseCustomer } from './parse-customer.ts';

/** More customers at once than are taken. */
export class TooManyCustomersError extends DomainError {
  readonly code = 'too-many-customers';

  constructor(arrived: number, limit: number) {
    super(
      `At most ${limit} customers are taken at once; ${arrived} arrived. Send them in several requests.`,
      {
        arrived,
        limit,
      },
    );
  }
}

/** At once, at every door: some 700 kB of JSON, a tenth of a second to score. */
export const maxCustomersPerRequest = 500;

/** Told at most, so that a batch of wrong records stays readable. */
const maxProblems = 60;

const listOf = (raw: unknown): readonly unknown[] | undefined => {
  if (typeof raw === 'object' && raw !== null && 'instances' in raw && Object.keys(raw).length === 1) {
    return Array.isArray(raw.instances) ? raw.instances : [];
  }
  const isList = Array.isArray(raw) && (raw.length === 0 || (typeof raw[0] === 'object' && raw[0] !== null));
  return isList ? raw : undefined;
};

const problemsAt = (index: number, error: InvalidRequestError): readonly RequestProblem[] =>
  error.problems.map((problem) => ({
    ...problem,
    field: problem.field === '' ? `customers[${index}]` : `customers[${index}].${problem.field}`,
  }));

/**
 * The customers of one request: one as `parseCustomer` takes it, a list of those, or `{"instances": [...]}` as
 * SageMaker's examples have it. All or none: whoever sends a batch learns of everything that is wrong in it.
 *
 * @param raw - parsed JSON
 * @param maxCustomers - at most so many at once
 * @returns at least one, in order
 * @throws {InvalidRequestError} naming the record and the column, such as `customers[3].total_spend`
 * @throws {TooManyCustomersError}
 */
export const parseCustomers = (
  raw: unknown,
  maxCustomers = maxCustomersPerRequest,
): readonly CustomerRecord[] => {
  const list = listOf(raw);
  if (list === undefined) return [parseCustomer(raw)];
  if (list.length === 0) {
    throw new InvalidRequestError([
      { field: '', allowed: 'a list of at least one customer', arrived: 'an empty list' },
    ]);
  }
  if (list.length > maxCustomers) throw new TooManyCustomersError(list.length, maxCustomers);
  const customers: CustomerRecord[] = [];
  const problems: RequestProblem[] = [];
  for (const [index, one] of list.entries()) {
    try {
      customers.push(parseCustomer(one));
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      problems.push(...problemsAt(index, error));
      if (problems.length >= maxProblems) break;
    }
  }
  if (problems.length > 0) throw new InvalidRequestError(problems.slice(0, maxProblems));
  return customers;
};
