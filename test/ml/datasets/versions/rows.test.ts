import { describe, expect, it } from 'vitest';
import { FeatureDefinition } from '../../../../ml/datasets/feature-set.ts';
import { chooseExpired } from '../../../../ml/datasets/versions/choose-expired.ts';
import { columnDrift } from '../../../../ml/datasets/versions/column-drift.ts';
import { rowsOfCsv } from '../../../../ml/datasets/versions/rows-of-csv.ts';
import { rowsOfFeatureSet } from '../../../../ml/datasets/versions/rows-of-feature-set.ts';
import type { Sample } from '../../../../ml/datasets/versions/sample.ts';
import { stepsOfFeatureSet } from '../../../../ml/datasets/versions/steps-of-feature-set.ts';
import { twoClasses } from '../../../../ml/datasets/versions/two-classes.ts';
import { fitPipelineWithRows } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { PreprocessingSteps } from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';

const feature = (name: string, change: object = {}) =>
  FeatureDefinition.parse({ name, type: 'numerical', source: { table: 't', column: name }, ...change });

describe('rows of a CSV', () => {
  it('are numbers where a column has nothing else, and texts where it is told so', () => {
    const csv = '\uFEFFid,amount,word,both\n1, 2.50 ,a,7\n2,,"b, ""c""",x\n';
    expect(rowsOfCsv(csv, ['id'])).toEqual({
      names: ['id', 'amount', 'word', 'both'],
      rows: [
        { id: '1', amount: 2.5, word: 'a', both: '7' },
        { id: '2', amount: null, word: 'b, "c"', both: 'x' },
      ],
    });
  });

  it('take no word for a number that only a program would', () => {
    const kinds = (cell: string) => typeof rowsOfCsv(`a\n${cell}`).rows[0]?.['a'];
    expect(['1e3', '-.5', '+7', '0x1f', 'Infinity', 'NaN', '1e999', '1_0'].map(kinds)).toEqual([
      ...['number', 'number', 'number'],
      ...['string', 'string', 'string', 'string', 'string'],
    ]);
  });

  it.each(['inf', '-Infinity', 'nan', '-1e999'])(
    'refuse %s among numbers, and take it among words',
    (cell) => {
      expect(() => rowsOfCsv(`a\n1\n\n${cell}\n`)).toThrow('Row 2, column a');
      expect(rowsOfCsv(`a\n1\n${cell}\nword\n`).rows[1]).toEqual({ a: cell });
      expect(rowsOfCsv(`a\n1\n${cell}\n`, ['a']).rows[1]).toEqual({ a: cell });
    },
  );

  it.each([
    ['a,b\n', 'no row'],
    ['a,\n1,2', 'Column 2 of the CSV has no name'],
    ['a,a\n1,2', 'two columns a'],
    ['a;b\n1;2', 'part cells by commas'],
    ['a\tb\n1\t2', 'part cells by commas'],
    ['a,b\n1', 'cannot be read'],
    ['a\n"1', 'cannot be read'],
  ])('refuse %j', (csv, why) => {
    expect(() => rowsOfCsv(csv)).toThrow(why);
  });
});

describe('rows of a feature set', () => {
  const set = {
    target: 'left',
    features: [
      feature('age', { validation: { min: 0, max: 120 } }),
      feature('plan', {
        type: 'categorical',
        required: false,
        default: 'none',
        validation: { allowed: ['a', 'none'] },
      }),
      feature('flag', { required: false, default: true }),
    ],
  };

  it('have its columns only, its defaults, and no row that breaks its rules', () => {
    const rows = [
      { who: 'x', age: 40, plan: 'a', flag: 0, left: 1, other: 5 },
      { who: 'x', age: 40, plan: null, flag: null, left: 1, other: 5 },
      { who: 'x', age: null, plan: 'a', flag: 0, left: 1, other: 5 },
      { who: 'x', age: 121, plan: 'a', flag: 0, left: 1, other: 5 },
      { who: 'x', age: 40, plan: 'b', flag: 0, left: 1, other: 5 },
      { who: 'x', age: 40, plan: 'a', flag: 0, left: null, other: 5 },
    ];
    expect(rowsOfFeatureSet(rows, set, ['who'])).toEqual({
      names: ['who', 'age', 'plan', 'flag', 'left'],
      rows: [
        { who: 'x', age: 40, plan: 'a', flag: 0, left: 1 },
        { who: 'x', age: 40, plan: 'none', flag: 1, left: 1 },
      ],
      excluded: { 'required-missing': 1, 'rule-broken': 2, 'target-missing': 1 },
    });
  });

  it('are numbers where a numerical feature is written as one, and left out where it is not', () => {
    const some = ['40', ' 41', '4e1', '1e999', 'forty'].map((age) => ({ age, plan: 'a', flag: 0, left: 1 }));
    const { rows, excluded } = rowsOfFeatureSet(some, set, []);
    expect(rows.map(({ age }) => age)).toEqual([40, 40]);
    expect(excluded).toEqual({ 'no-number': 3 });
  });

  it('are refused where a column is not there, too much is missing, or nothing is left', () => {
    const row = { age: null, plan: null, flag: null, left: 1 };
    expect(() => rowsOfFeatureSet([{ age: 1 }], set, [])).toThrow('needs a column plan');
    expect(() => rowsOfFeatureSet([row], set, [])).toThrow('Not one row');
    const strict = { ...set, features: [feature('age', { validation: { maxMissingShare: 0.4 } })] };
    expect(() => rowsOfFeatureSet([row, { ...row, age: 1 }], strict, [])).toThrow('50 % of the rows');
  });

  it('become a pipeline in the words of the set', () => {
    const all = ['imputation', 'scaling', 'encoding', 'feature-selection', 'dimensionality-reduction'];
    const steps = stepsOfFeatureSet([
      feature('x', { preprocessing: all }),
      feature('kind', { type: 'categorical', preprocessing: all }),
    ]);
    expect(PreprocessingSteps.parse(steps)).toEqual(steps);
    expect(steps.map((step) => Object.values(step).slice(0, 2).join(' '))).toEqual([
      'impute median',
      'impute most-frequent',
      'encode one-hot',
      'scale standard',
      'select variance',
      'reduce pca',
    ]);
  });
});

describe('components for some features of a set', () => {
  it('leave the other columns alone, and lack none that selection took away', () => {
    const reduced = { preprocessing: ['feature-selection', 'dimensionality-reduction'] };
    const steps = stepsOfFeatureSet([
      feature('x', reduced),
      feature('y', reduced),
      feature('kept', { preprocessing: ['feature-selection'] }),
    ]);
    expect(steps).toEqual([
      { step: 'select', method: 'variance', columns: ['kept'] },
      { step: 'reduce', method: 'pca', keep: { varianceShare: 0.95 }, columns: ['x', 'y'] },
    ]);
    const rows = [1, 2, 3, 5].map((x) => ({ x, y: 7, kept: 100 * x }));
    const { fitted } = fitPipelineWithRows(steps, trainingSplit(rows, {}));
    expect(fitted.outputs.map(({ name }) => name)).toEqual(['kept', 'pca_1']);
  });
});

describe('two classes', () => {
  it('are told apart by what is said, else by the rarer, else by the order', () => {
    expect(twoClasses(['Yes', 'No', 'No'], 'No')).toEqual(['Yes', 'No']);
    expect(twoClasses([1, 1, 0])).toEqual([1, 0]);
    expect(twoClasses(['b', 'a'])).toEqual(['a', 'b']);
    expect(twoClasses(['a', 'b', null])).toBeUndefined();
    expect(twoClasses(['a'])).toBeUndefined();
  });
});

describe('drift of a column', () => {
  const samples = (cells: readonly (number | string | null)[]): Sample[] =>
    cells.map((x, index) => ({ sampleId: `${index}`, cells: { x } }));
  const text = { name: 'x', type: 'text', role: 'feature' } as const;
  const number = { name: 'x', type: 'number', role: 'feature' } as const;
  const repeated = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);

  it('of texts is that of their shares', () => {
    const before = samples([...repeated('a', 500), ...repeated('b', 500)]);
    const after = samples([...repeated('a', 900), ...repeated('b', 100)]);
    // (.9 − .5) ln(.9/.5) + (.1 − .5) ln(.1/.5) = .8789, half a count added to each.
    expect(columnDrift(text, before, after).psi).toBeCloseTo(0.8789, 2);
    expect(columnDrift(text, before, before).psi).toBe(0);
    expect(columnDrift(text, before, samples(repeated('c', 10))).psi).toBeGreaterThan(1);
  });

  it('of numbers has both measures, and none where nothing is there', () => {
    const values = Array.from({ length: 200 }, (_, index) => index);
    const moved = columnDrift(number, samples(values), samples(values.map((value) => value + 100)));
    expect(moved.ks).toBeCloseTo(0.5, 12);
    expect(moved.psiExcess).toBeGreaterThan(1);
    const empty = columnDrift(number, samples(values), samples([null, null]));
    expect(empty).toEqual({ name: 'x', type: 'number', missingShare: { from: 0, to: 1 } });
  });
});

describe('the retention rule', () => {
  const dayMs = 86_400_000;
  const versions = ['1.0.0', '1.1.0', '2.0.0', '2.1.0', '2.2.0', '3.0.0'].map((version, day) => ({
    version,
    createdAt: day * dayMs,
    isUsed: version === '2.0.0',
  }));

  it('keeps the newest, the young, the used, and the last of each major number', () => {
    expect(chooseExpired(versions, { keepNewest: 1, keepDays: 2 }, 10 * dayMs)).toEqual(['1.0.0', '2.1.0']);
    expect(chooseExpired(versions, { keepNewest: 4, keepDays: 2 }, 10 * dayMs)).toEqual(['1.0.0']);
    expect(chooseExpired(versions, { keepNewest: 1, keepDays: 20 }, 10 * dayMs)).toEqual([]);
  });
});
