import { type Cell, cellIn, type Row } from '../../preprocessing/pipeline/row.ts';
import type { FeatureDefinition, FeatureSet } from '../feature-set.ts';
import { InvalidRowError } from '../invalid-row-error.ts';
import { decimalNumber } from './decimal-number.ts';

export interface FeatureSetRows {
  /** The columns that are kept, then the features in the order of the set, then its target. */
  readonly names: readonly string[];
  readonly rows: readonly Row[];
  /** Rows left out, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
}

type Wanted = Pick<FeatureDefinition, 'name' | 'type' | 'required' | 'default' | 'validation'>;

/**
 * Rows as a feature set wants them: its features and target and nothing else, defaults where a value is missing, and
 * without the rows that lack a required feature, have no target, break a rule, or have a text that writes no number
 * where the feature is numerical.
 *
 * @param rows - as they came
 * @param set - features, rules and target
 * @param kept - columns that stay besides, such as the person's
 * @throws {InvalidRowError} when a column of the set is not there, a feature is missing more often than its rule
 *   allows, or no row is left
 * @example
 * rowsOfFeatureSet([{ age: null, left: 'No' }, { age: 300, left: 'No' }], { target: 'left', features: [{ name: 'age', type: 'numerical', required: false, default: 40, validation: { max: 120 } }] }, []).rows // => [{ age: 40, left: 'No' }]
 */
export const rowsOfFeatureSet = (
  rows: readonly Row[],
  set: {
    readonly target: FeatureSet['target'];
    readonly features: readonly Wanted[];
  },
  kept: readonly string[],
): FeatureSetRows => {
  const features = set.features.map(({ name }) => name);
  // A column may be kept and a feature too, as with a time.
  const names = [...new Set([...kept, ...features, set.target])];
  requireColumns(rows, [...kept, ...features, set.target]);
  for (const feature of set.features) requirePresence(rows, feature);
  const excluded: Record<string, number> = {};
  const taken = rows.flatMap((row) => {
    const cells = new Map(set.features.map((feature) => [feature.name, cellOf(row, feature)]));
    const why = refusal(row, set, cells);
    if (why === undefined)
      return [Object.fromEntries(names.map((name) => [name, cells.get(name) ?? cellIn(row, name)]))];
    excluded[why] = (excluded[why] ?? 0) + 1;
    return [];
  });
  if (taken.length > 0) return { names, rows: taken, excluded };
  throw new InvalidRowError('Not one row is as the feature set wants it; excluded says why.', { excluded });
};

const cellOf = (row: Row, { name, type, default: fallback }: Wanted): Cell => {
  const cell = cellIn(row, name) ?? (typeof fallback === 'boolean' ? Number(fallback) : fallback);
  // A CSV's column is of texts as soon as one of its cells is.
  return type === 'numerical' && typeof cell === 'string' ? (finiteNumber(cell) ?? cell) : cell;
};

const finiteNumber = (text: string): number | undefined => {
  const number = decimalNumber(text);
  return Number.isFinite(number) ? number : undefined;
};

const refusal = (
  row: Row,
  set: Parameters<typeof rowsOfFeatureSet>[1],
  cells: ReadonlyMap<string, Cell>,
): string | undefined => {
  if (cellIn(row, set.target) === null) return 'target-missing';
  for (const { name, type, required, validation } of set.features) {
    const cell = cells.get(name) ?? null;
    if (cell === null && required) return 'required-missing';
    if (type === 'numerical' && typeof cell === 'string') return 'no-number';
    if (cell !== null && breaksRule(cell, validation)) return 'rule-broken';
  }
  return undefined;
};

const breaksRule = (cell: Exclude<Cell, null>, rules: FeatureDefinition['validation']): boolean => {
  const isBeyond =
    typeof cell === 'number' && (cell < (rules.min ?? -Infinity) || cell > (rules.max ?? Infinity));
  return isBeyond || (rules.allowed !== undefined && !rules.allowed.includes(`${cell}`));
};

const requireColumns = (rows: readonly Row[], columns: readonly string[]): void => {
  const absent = columns.find((column) => !rows.some((row) => Object.hasOwn(row, column)));
  if (absent === undefined) return;
  throw new InvalidRowError(`The feature set needs a column ${absent}, which the rows do not have.`, {
    column: absent,
  });
};

const requirePresence = (
  rows: readonly Row[],
  { name, validation }: Pick<FeatureDefinition, 'name' | 'validation'>,
): void => {
  const { maxMissingShare } = validation;
  if (maxMissingShare === undefined) return;
  const missing = rows.filter((row) => cellIn(row, name) === null).length / rows.length;
  if (missing <= maxMissingShare) return;
  throw new InvalidRowError(
    `${Math.round(missing * 100)} % of the rows have nothing in ${name}; the feature set allows ${maxMissingShare * 100} %.`,
    { column: name },
  );
};
