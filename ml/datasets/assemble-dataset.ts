import { balanceClasses } from './balance-classes.ts';
import { type ClassCounts, countClasses } from './class-counts.ts';
import type { DatasetRow, SampleRow } from './dataset-row.ts';
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

export interface AssembledDataset {
  readonly train: readonly SampleRow[];
  readonly validation: readonly SampleRow[];
  /** Person → sample id; the only link, for erasure. Persons without a row have none. */
  readonly sampleIds: ReadonlyMap<string, string>;
  readonly counts: { readonly train: SideCounts; readonly validation: SideCounts };
}

/**
 * From rows of persons to two files of samples: split by person, then balanced inside each side, then numbered.
 *
 * In that order, since a copy of one person on both sides would let a model remember instead of learn (Kaufman
 * et al. 2012, Leakage in data mining). The result depends on the set of rows, not on their order.
 *
 * @param rows - distinct by person and cut-off; not mutated
 * @returns both sides in file order: by sample, then cut-off, then copy
 * @throws {SingleClassError} when a side would lack a class
 * @throws {InvalidRequestError} when `splitBy` is `time` and there is one cut-off date only
 * @throws {InvalidRowError} when a person has two rows at one cut-off
 */
export const assembleDataset = (rows: readonly DatasetRow[], options: AssemblyOptions): AssembledDataset => {
  requireDistinct(rows);
  const validationPersons = splitPersons(highestLabels(rows), options);
  const isValidation = (row: DatasetRow) => validationPersons.has(row.personId);
  const { trainBefore, validationFrom } = sideDates(rows, options);
  const train = rows.filter((row) => !isValidation(row) && row.cutoffDay < trainBefore);
  const validation = rows.filter((row) => isValidation(row) && row.cutoffDay >= validationFrom);
  requireBothClasses('training', train);
  requireBothClasses('validation', validation);

  const persons = [...new Set([...train, ...validation].map((row) => row.personId))];
  const numbered = keyedOrder(persons, { ...options, purpose: 'number' });
  const numbers = new Map(numbered.map((person, index) => [person, index + 1]));
  const trainSide = makeSide(train, numbers, options.balance !== 'none');
  const validationSide = makeSide(validation, numbers, options.balance === 'both');
  return {
    train: trainSide.samples,
    validation: validationSide.samples,
    sampleIds: new Map(numbered.map((person, index) => [person, sampleId(index + 1)])),
    counts: { train: trainSide.counts, validation: validationSide.counts },
  };
};

const highestLabels = (rows: readonly DatasetRow[]): ReadonlyMap<string, 0 | 1> => {
  const highest = new Map<string, 0 | 1>();
  for (const { personId, label } of rows) {
    if (label === 1 || !highest.has(personId)) highest.set(personId, label);
  }
  return highest;
};

/** Dates between which rows count: a training row's look-ahead ends before the split date. */
const sideDates = (rows: readonly DatasetRow[], options: AssemblyOptions) => {
  if (options.splitBy === 'user') return { trainBefore: Infinity, validationFrom: -Infinity };
  const validationFrom = splitDate(
    rows.map((row) => row.cutoffDay),
    options.validationSplit,
  );
  return { trainBefore: validationFrom - lookAheadDays, validationFrom };
};

const makeSide = (
  rows: readonly DatasetRow[],
  numbers: ReadonlyMap<string, number>,
  oversample: boolean,
): { samples: readonly SampleRow[]; counts: SideCounts } => {
  const numberOf = (row: DatasetRow) => numbers.get(row.personId)!;
  const ordered = [...rows].sort((a, b) => numberOf(a) - numberOf(b) || a.cutoff - b.cutoff);
  const chosen = oversample ? balanceClasses(ordered) : ordered;
  const samples = chosen.map((row) => ({
    sampleId: sampleId(numberOf(row)),
    features: row.features,
    label: row.label,
  }));
  return { samples, counts: { before: countClasses(rows), after: countClasses(samples) } };
};

const sampleId = (number: number) => `sample_${String(number).padStart(6, '0')}`;

const requireDistinct = (rows: readonly DatasetRow[]) => {
  const distinct = new Set(rows.map((row) => JSON.stringify([row.personId, row.cutoff])));
  if (distinct.size === rows.length) return;
  throw new InvalidRowError(
    `${rows.length - distinct.size} rows repeat a person and cut-off; give each pair once.`,
    { rows: rows.length, distinct: distinct.size },
  );
};

const requireBothClasses = (side: 'training' | 'validation', rows: readonly DatasetRow[]) => {
  const counts = countClasses(rows);
  if (counts.negative > 0 && counts.positive > 0) return;
  throw new SingleClassError(
    `After the split by time the ${side} side has ${counts.positive} rows with a crisis and ${counts.negative} ` +
      'without; it needs both. Raise cutoffsPerUser or cutoffStrideDays, take in more people, or use splitBy ' +
      '"user".',
    { side, ...counts },
  );
};
