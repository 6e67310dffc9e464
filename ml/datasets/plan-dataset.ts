import { type ClassCounts, countClasses } from './class-counts.ts';
import { copiesToBalance } from './copies-to-balance.ts';
import type { RowPlace } from './dataset-row.ts';
import { InvalidRowError } from './invalid-row-error.ts';
import { keyedOrder } from './keyed-order.ts';
import { SingleClassError } from './single-class-error.ts';
import { splitDate } from './split-date.ts';
import { splitPersons } from './split-persons.ts';

/** The label looks this many dates ahead of a cut-off. */
const lookAheadDays = 7;

export interface AssemblyOptions {
  /** Share of persons to validate on, 0.05–0.5. */
  readonly validationSplit: number;
  /** `time`: validation is, besides other persons, also a later time. */
  readonly splitBy: 'user' | 'time';
  /** Which sides are oversampled to equal classes. */
  readonly balance: 'both' | 'train' | 'none';
  readonly seed: number;
  /** Keys split and numbering, so that ids tell nothing to whoever knows the users. */
  readonly secret: string;
}

export interface SideCounts {
  /** Rows at natural prevalence. */
  readonly before: ClassCounts;
  /** Rows after oversampling. */
  readonly after: ClassCounts;
}

/** What becomes of one row. */
export interface PlannedRow<Row> {
  readonly row: Row;
  /** `sample_000001`, one per person. */
  readonly sampleId: string;
  /** How often the row is written, ≥ 1. */
  readonly copies: number;
}

export interface DatasetPlan<Row> {
  /** In file order: by sample, then cut-off. */
  readonly train: readonly PlannedRow<Row>[];
  readonly validation: readonly PlannedRow<Row>[];
  /** Person → sample id; the only link, for erasure. Persons without a row have none. */
  readonly sampleIds: ReadonlyMap<string, string>;
  readonly counts: { readonly train: SideCounts; readonly validation: SideCounts };
}

/**
 * Which side each row is on, what its sample is called and how often it is written: split by person, then balanced
 * inside each side, then numbered.
 *
 * In that order, since a copy of one person on both sides would let a model remember instead of learn (Kaufman
 * et al. 2012, Leakage in data mining). The plan depends on the set of rows, the seed and the secret, not on the
 * rows' order; features have no part in it, so that it can be made before or apart from them.
 *
 * @param rows - distinct by person and cut-off; not mutated
 * @throws {SingleClassError} when a side would lack a class
 * @throws {InvalidRequestError} when `splitBy` is `time` and there is one cut-off date only
 * @throws {InvalidRowError} when a person has two rows at one cut-off
 */
export const planDataset = <Row extends RowPlace>(
  rows: readonly Row[],
  options: AssemblyOptions,
): DatasetPlan<Row> => {
  requireDistinct(rows);
  const validationPersons = splitPersons(highestLabels(rows), options);
  const isValidation = (row: Row) => validationPersons.has(row.personId);
  const { trainBefore, validationFrom } = sideDates(rows, options);
  const train = rows.filter((row) => !isValidation(row) && row.cutoffDay < trainBefore);
  const validation = rows.filter((row) => isValidation(row) && row.cutoffDay >= validationFrom);
  requireBothClasses('training', train);
  requireBothClasses('validation', validation);

  const persons = [...new Set([...train, ...validation].map((row) => row.personId))];
  const numbered = keyedOrder(persons, { ...options, purpose: 'number' });
  const numbers = new Map(numbered.map((person, index) => [person, index + 1]));
  const trainSide = planSide(train, numbers, options.balance !== 'none');
  const validationSide = planSide(validation, numbers, options.balance === 'both');
  return {
    train: trainSide.rows,
    validation: validationSide.rows,
    sampleIds: new Map(numbered.map((person, index) => [person, sampleIdOf(index + 1)])),
    counts: { train: trainSide.counts, validation: validationSide.counts },
  };
};

const highestLabels = (rows: readonly RowPlace[]): ReadonlyMap<string, 0 | 1> => {
  const highest = new Map<string, 0 | 1>();
  for (const { personId, label } of rows) {
    if (label === 1 || !highest.has(personId)) highest.set(personId, label);
  }
  return highest;
};

/** Dates between which rows count: a training row's look-ahead ends before the split date. */
const sideDates = (rows: readonly RowPlace[], options: AssemblyOptions) => {
  if (options.splitBy === 'user') return { trainBefore: Infinity, validationFrom: -Infinity };
  const validationFrom = splitDate(
    rows.map((row) => row.cutoffDay),
    options.validationSplit,
  );
  return { trainBefore: validationFrom - lookAheadDays, validationFrom };
};

const planSide = <Row extends RowPlace>(
  rows: readonly Row[],
  numbers: ReadonlyMap<string, number>,
  oversample: boolean,
): { rows: readonly PlannedRow<Row>[]; counts: SideCounts } => {
  const numberOf = (row: Row) => numbers.get(row.personId)!;
  const ordered = [...rows].sort((a, b) => numberOf(a) - numberOf(b) || a.cutoff - b.cutoff);
  const copies = oversample ? copiesToBalance(ordered) : ordered.map(() => 1);
  const after = { negative: 0, positive: 0 };
  const planned = ordered.map((row, index) => {
    const times = copies[index]!;
    after[row.label === 1 ? 'positive' : 'negative'] += times;
    return { row, sampleId: sampleIdOf(numberOf(row)), copies: times };
  });
  return { rows: planned, counts: { before: countClasses(rows), after } };
};

const sampleIdOf = (number: number) => `sample_${String(number).padStart(6, '0')}`;

const requireDistinct = (rows: readonly RowPlace[]) => {
  const distinct = new Set(rows.map((row) => JSON.stringify([row.personId, row.cutoff])));
  if (distinct.size === rows.length) return;
  throw new InvalidRowError(
    `${rows.length - distinct.size} rows repeat a person and cut-off; give each pair once.`,
    { rows: rows.length, distinct: distinct.size },
  );
};

const requireBothClasses = (side: 'training' | 'validation', rows: readonly RowPlace[]) => {
  const counts = countClasses(rows);
  if (counts.negative > 0 && counts.positive > 0) return;
  throw new SingleClassError(
    `After the split by time the ${side} side has ${counts.positive} rows with a crisis and ${counts.negative} ` +
      'without; it needs both. Raise cutoffsPerUser or cutoffStrideDays, take in more people, or use splitBy ' +
      '"user".',
    { side, ...counts },
  );
};
