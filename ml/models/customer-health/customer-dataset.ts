import { customerInputNames } from '../../features/customer/customer-columns.ts';
import { encodeCustomer } from '../../features/customer/encode-customer.ts';
import { InvalidRequestError, type RequestProblem } from '../../invalid-request-error.ts';
import { customerTasks } from './customer-tasks.ts';

/** What came of a customer, and what only a generator knows: to judge models by, never to train them on. */
export const outcomeColumns = [
  'outcome_churned_14d',
  'outcome_churned_30d',
  'outcome_sessions_30d',
  'truth_first_session_success',
  'truth_health_score',
] as const;
export type OutcomeColumn = (typeof outcomeColumns)[number];

/** Columns of the files that are neither features, labels nor outcomes. */
const descriptiveColumns = ['customer_id', 'segment'];

/** Customers with what is to be learned of them. */
export interface CustomerDataset {
  readonly count: number;
  /** Row by row, shape [n × 59], in the order of `customerInputNames`; NaN is unknown. */
  readonly inputs: Float64Array;
  /** One for each of `customerTasks`, shape [n]; NaN is a missing label. */
  readonly labels: readonly Float64Array[];
  /** Shape [n] each; NaN where a file does not say. */
  readonly outcomes: Readonly<Record<OutcomeColumn, Float64Array>>;
}

/** A number of a column that may be missing; NaN where it is. */
const optionalNumber = (
  record: Readonly<Record<string, unknown>>,
  name: string,
  [least, most]: readonly [number, number],
): number | RequestProblem => {
  const value = record[name] ?? null;
  if (value === null) return Number.NaN;
  if (typeof value === 'number' && value >= least && value <= most) return value;
  return {
    field: name,
    allowed: `a number from ${least} to ${most}, or null where it is not known`,
    arrived: typeof value === 'number' ? 'another number' : `a ${typeof value}`,
  };
};

/** Gathers the lines of a data file into a dataset. */
export const makeCustomerDataset = () => {
  const inputs: number[] = [];
  const labels: number[][] = customerTasks.map(() => []);
  const outcomes = outcomeColumns.map((): number[] => []);
  const known = new Set<string>([
    ...descriptiveColumns,
    ...customerTasks.map(({ label }) => label),
    ...outcomeColumns,
  ]);
  return {
    /**
     * Adds one customer.
     *
     * @param record - the 46 columns, and as far as they are known labels and outcomes
     * @throws {InvalidRequestError} naming every column that does not fit; nothing is added then
     */
    add(record: Readonly<Record<string, unknown>>): void {
      const features = Object.fromEntries(Object.entries(record).filter(([name]) => !known.has(name)));
      const cells = encodeCustomer(features);
      const numbers = [
        ...customerTasks.map(({ label, range }) => optionalNumber(record, label, range)),
        ...outcomeColumns.map((name) => optionalNumber(record, name, [0, 1e6])),
      ];
      const problems = numbers.filter((value) => typeof value !== 'number');
      if (problems.length > 0) throw new InvalidRequestError(problems);
      inputs.push(...cells);
      [...labels, ...outcomes].forEach((list, index) => {
        list.push(numbers[index] as number);
      });
    },
    /** What was added so far. */
    result(): CustomerDataset {
      const outcome = (name: OutcomeColumn) =>
        Float64Array.from(outcomes[outcomeColumns.indexOf(name)] ?? []);
      return {
        count: inputs.length / customerInputNames.length,
        inputs: Float64Array.from(inputs),
        labels: labels.map((list) => Float64Array.from(list)),
        outcomes: {
          outcome_churned_14d: outcome('outcome_churned_14d'),
          outcome_churned_30d: outcome('outcome_churned_30d'),
          outcome_sessions_30d: outcome('outcome_sessions_30d'),
          truth_first_session_success: outcome('truth_first_session_success'),
          truth_health_score: outcome('truth_health_score'),
        },
      };
    },
  };
};
