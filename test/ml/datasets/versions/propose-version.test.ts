import fc from 'fast-check';
import { gt } from 'semver';
import { describe, expect, it } from 'vitest';
import { type DatasetColumn, inferSchema } from '../../../../ml/datasets/versions/dataset-schema.ts';
import {
  type Bump,
  proposeVersion,
  type VersionDifference,
} from '../../../../ml/datasets/versions/propose-version.ts';
import { rowDifference } from '../../../../ml/datasets/versions/row-difference.ts';
import { schemaDifference } from '../../../../ml/datasets/versions/schema-difference.ts';

const column = (name: string, change: Partial<DatasetColumn> = {}): DatasetColumn => ({
  name,
  type: 'number',
  role: 'feature',
  ...change,
});
const before = { columns: [column('a'), column('b')] };
const difference = (change: Partial<VersionDifference>): VersionDifference => ({
  schema: schemaDifference(before, before),
  rows: { added: 0, removed: 0, kept: 9 },
  parametersChanged: false,
  ...change,
});
const propose = (change: Partial<VersionDifference>, override?: Bump) =>
  proposeVersion('2.3.4', difference(change), override);

describe('the proposed version', () => {
  it('is 1.0.0 for the first', () => {
    expect(proposeVersion(undefined, undefined)).toEqual({ version: '1.0.0', because: 'first' });
  });

  it.each([
    ['a column more', { columns: [...before.columns, column('c')] }],
    ['a column less', { columns: [column('a')] }],
    ['a column of another type', { columns: [column('a', { type: 'text' }), column('b')] }],
    ['another target', { columns: [column('a'), column('b', { role: 'target' })] }],
    ['another order', { columns: [column('b'), column('a')] }],
  ])('is the next major one for %s', (_, after) => {
    const rows = { added: 3, removed: 3, kept: 0 };
    expect(propose({ schema: schemaDifference(before, after), rows })).toEqual({
      version: '3.0.0',
      bump: 'major',
      because: 'schema',
    });
  });

  it('is the next minor one for new rows, and for other parameters', () => {
    expect(propose({ rows: { added: 1, removed: 0, kept: 9 } })).toMatchObject({
      version: '2.4.0',
      because: 'rows',
    });
    expect(propose({ parametersChanged: true })).toMatchObject({ version: '2.4.0', because: 'parameters' });
  });

  it('is the next patch for a rebuild, and where rows were only taken out', () => {
    expect(propose({})).toMatchObject({ version: '2.3.5', because: 'rebuild' });
    expect(propose({ rows: { added: 0, removed: 4, kept: 5 } })).toMatchObject({ version: '2.3.5' });
  });

  it('is what a person says instead', () => {
    expect(propose({}, 'major')).toEqual({ version: '3.0.0', bump: 'major', because: 'override' });
  });

  it('is always later than the one before', () => {
    const number = fc.nat({ max: 50 });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        fc.constantFrom('major', 'minor', 'patch', undefined),
        (a, b, c, bump) => {
          const parent = `${a}.${b}.${c}`;
          expect(gt(proposeVersion(parent, difference({}), bump).version, parent)).toBe(true);
        },
      ),
    );
  });

  it('refuses a parent that is no semantic version', () => {
    expect(() => proposeVersion('1.2', difference({}))).toThrow(RangeError);
  });
});

describe('the difference of rows', () => {
  it('adds up, whatever the rows', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(lines, lines, (from, to) => {
        const { added, removed, kept } = rowDifference(from, to);
        expect(added + kept).toBe(to.length);
        expect(removed + kept).toBe(from.length);
        expect(rowDifference(to, from)).toEqual({ added: removed, removed: added, kept });
      }),
    );
  });
});

describe('an inferred schema', () => {
  it('refuses mixed columns, unknown roles and a name that every dataset uses', () => {
    const infer =
      (rows: readonly Readonly<Record<string, string | number | null>>[], roles = {}) =>
      () =>
        inferSchema(rows, Object.keys(rows[0] ?? {}), roles);
    expect(infer([{ a: 1 }, { a: 'x' }])).toThrow('Column a holds numbers and texts, as in row 2');
    expect(infer([{ a: 1 }], { targetColumn: 'b' })).toThrow('There is no column b');
    expect(infer([{ a: 1 }], { targetColumn: 'a' })).toThrow('no column left');
    expect(infer([{ a: 1, b: 2 }], { targetColumn: 'a', timeColumn: 'a' })).toThrow(
      'three different columns',
    );
    expect(infer([{ a: 1, sample_id: 's' }])).toThrow('every dataset uses');
    expect(infer([{ '': 1 }])).toThrow('Column 1 needs a name');
    expect(infer([Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`c${at}`, 1]))])).toThrow(
      '5001 columns',
    );
    expect(infer([{ a: null }])()).toEqual({ columns: [column('a')] });
  });
});
