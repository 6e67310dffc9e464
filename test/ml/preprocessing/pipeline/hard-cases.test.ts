import { describe, expect, it } from 'vitest';
import { applyPipeline } from '../../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipeline, fitPipelineWithRows } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { loadPipeline } from '../../../../ml/preprocessing/pipeline/fitted-pipeline.ts';
import { PreprocessingSteps } from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import type { Row } from '../../../../ml/preprocessing/pipeline/row.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';

const learned = (steps: readonly unknown[], rows: readonly Row[], roles = {}) =>
  fitPipeline(PreprocessingSteps.parse(steps), trainingSplit(rows, roles));
const refusal = (code: string, message: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });

const scalers = ['standard', 'min-max', 'robust'].map((method) => ({ step: 'scale', method }));

describe('a constant column', () => {
  it.each(scalers)('becomes 0 by $method scaling, and later values keep their unit', (step) => {
    const fitted = learned([step], [{ x: 7 }, { x: 7 }, { x: null }]);
    expect(applyPipeline(fitted, [{ x: 7 }, { x: 9 }, { x: null }])).toEqual([
      { x: 0 },
      { x: 2 },
      { x: null },
    ]);
  });

  it('has no component that explains a share, and is left out by variance', () => {
    const rows = [
      { x: 7, y: 1 },
      { x: 7, y: 2 },
    ];
    expect(learned([{ step: 'select', method: 'variance' }], rows).outputs).toEqual([
      { name: 'y', kind: 'number' },
    ]);
    const flat = rows.map(({ x }) => ({ x }));
    const pca = { step: 'reduce', method: 'pca' };
    expect(() => learned([{ ...pca, keep: { varianceShare: 0.9 } }], flat)).toThrow(
      refusal('unusable-table', 'No column varies'),
    );
    const fitted = learned([{ ...pca, keep: { components: 1 } }], flat);
    expect(applyPipeline(fitted, flat)).toEqual([{ pca_1: 0 }, { pca_1: 0 }]);
    expect(() => learned([{ step: 'select', method: 'variance' }], flat)).toThrow(
      refusal('unusable-table', 'none would stay'),
    );
  });
});

describe('a column without any value', () => {
  const rows = [{ x: null }, { x: null }];

  it.each(scalers)('stays without by $method scaling, and later values stay as they are', (step) => {
    const fitted = learned([step], rows);
    expect(applyPipeline(fitted, [{ x: null }, { x: 5 }])).toEqual([{ x: null }, { x: 5 }]);
  });

  it('is filled with 0, and says that it was missing', () => {
    const fitted = learned([{ step: 'impute', strategy: 'median', indicator: true }], rows);
    expect(applyPipeline(fitted, rows)[0]).toEqual({ x: 0, x_missing: 1 });
  });

  it('is of texts where the training split says so', () => {
    const fitted = fitPipeline(
      PreprocessingSteps.parse([
        { step: 'impute', strategy: 'most-frequent' },
        { step: 'encode', method: 'one-hot' },
      ]),
      { ...trainingSplit(rows, {}), kinds: { x: 'text' } },
    );
    expect(applyPipeline(fitted, [{ x: 'later' }, { x: null }])).toEqual([
      { 'x=(missing)': 0 },
      { 'x=(missing)': 1 },
    ]);
  });
});

describe('one row', () => {
  const row = [{ x: 3, plan: 'a', y: 1 }];

  it.each(scalers)('is 0 by $method scaling', (step) => {
    expect(applyPipeline(learned([step], [{ x: 3 }]), [{ x: 3 }])).toEqual([{ x: 0 }]);
  });

  it('is enough to impute and to encode, and too little to know a target or components by', () => {
    const encode = (method: string) => [{ step: 'encode', method }];
    expect(learned(encode('one-hot'), row).outputs.map(({ name }) => name)).toEqual(['x', 'plan=a', 'y']);
    expect(() => learned(encode('target'), row, { target: 'y' })).toThrow(
      refusal('insufficient-data', 'at least two'),
    );
    expect(() => learned([{ step: 'reduce', method: 'pca', keep: { components: 1 } }], [{ x: 1 }])).toThrow(
      refusal('insufficient-data', 'two rows or more'),
    );
  });

  it('is more than none: without a training row nothing is fitted, but nothing may be applied to', () => {
    expect(() => learned([], [])).toThrow(refusal('insufficient-data', 'at least one training row'));
    expect(applyPipeline(learned([], row), [])).toEqual([]);
  });
});

describe('fitting', () => {
  it('takes a training split and nothing else, from outside too', () => {
    const heldOut = JSON.parse('{ "part": "held-out", "roles": {}, "rows": [{ "x": 1 }] }');
    expect(() => fitPipeline([], heldOut)).toThrow(
      refusal('unusable-table', 'on a training split and nothing else'),
    );
  });
});

describe('a cell that cannot be', () => {
  it.each([
    { cell: Number.POSITIVE_INFINITY, problem: 'Infinity is no finite number' },
    { cell: Number.NEGATIVE_INFINITY, problem: '-Infinity is no finite number' },
    { cell: Number.NaN, problem: 'NaN is no finite number; a missing value is null' },
    { cell: -1e101, problem: 'a number beyond ±1e+100' },
    { cell: 'secret', problem: 'a text arrived in a column of numbers' },
  ])('is refused by row and column ($problem), in training and later', ({ cell, problem }) => {
    const rows = [{ x: 1 }, { x: cell }];
    const message = `Row 2, column x: ${problem}`;
    expect(() => learned([], rows)).toThrow(refusal('unusable-table', message));
    expect(() => applyPipeline(learned([], [{ x: 1 }]), rows)).toThrow(refusal('unusable-table', message));
    try {
      learned([], rows);
    } catch (error) {
      expect(String(error)).not.toContain('secret');
    }
  });

  it('is a number among texts, a column that is missing, or one too many', () => {
    expect(() => learned([], [{ x: 'a' }, { x: 1 }])).toThrow('Row 2, column x: a number arrived');
    expect(() => learned([], [{ x: 1 }, {}])).toThrow('Row 2, column x: the column is not there');
    expect(() => learned([], [{ x: 1 }, { x: 1, z: 2 }])).toThrow('Row 2, column z: there is no such column');
  });
});

describe('10,000 categories', () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => ({
    city: `c${row % 10_000}`,
    y: row % 3 === 0 ? 1 : 0,
  }));

  it('are refused as one-hot columns, and taken as ordinal or target encoding', () => {
    expect(() => learned([{ step: 'encode', method: 'one-hot' }], rows)).toThrow(
      refusal('unusable-table', 'Column city has 10000 categories, more than 200'),
    );
    const ordinal = learned([{ step: 'encode', method: 'ordinal' }], rows, { target: 'y' });
    // In order of texts: c0, c1, c10, c100, c1000.
    expect(applyPipeline(ordinal, [{ city: 'c1000' }, { city: 'new' }])).toEqual([{ city: 4 }, { city: -1 }]);
    const target = learned([{ step: 'encode', method: 'target' }], rows, { target: 'y' });
    const [known, unknown] = applyPipeline(target, [{ city: 'c3' }, { city: 'new' }]);
    expect(unknown!['city']).toBeCloseTo(6667 / 20_000, 12);
    expect(known!['city']).not.toBe(unknown!['city']);
  });
});

describe('forward fill', () => {
  const roles = { person: 'who', time: 'at' };
  const rows = [
    { who: 'a', at: '2024-05-02T00:00+02:00', plan: null },
    { who: 'a', at: '2024-05-01', plan: 'basic' },
    { who: 'b', at: '2024-05-03', plan: null },
  ];
  const steps = [{ step: 'impute', strategy: 'forward-fill', indicator: true }];

  it('carries texts too, by ISO 8601 times, and leaves what comes before a person’s first value', () => {
    const fitted = learned(steps, rows, roles);
    expect(applyPipeline(fitted, rows).map((row) => [row['plan'], row['plan_missing']])).toEqual([
      ['basic', 1],
      ['basic', 0],
      [null, 1],
    ]);
    // Alone a row has nothing to be filled from.
    expect(applyPipeline(fitted, [rows[0]!])[0]!['plan']).toBeNull();
  });

  it('is refused for a row of nobody, of no time, or without the columns', () => {
    const fitted = learned(steps, rows, roles);
    const row = rows[1]!;
    expect(() => applyPipeline(fitted, [row, { ...row, who: null }])).toThrow('Row 2 belongs to no person');
    expect(() => applyPipeline(fitted, [row, { ...row, at: 'soon' }])).toThrow(
      'Row 2: forward fill needs a time',
    );
    expect(() => applyPipeline(fitted, [{ plan: 'a' }])).toThrow('name the columns of person and time');
  });
});

describe('one-hot encoding of more cells than memory has', () => {
  it('is refused by number before it is begun', () => {
    const fitted = learned(
      [{ step: 'encode', method: 'one-hot', mostCategories: 1000 }],
      Array.from({ length: 1000 }, (_, i) => ({ city: `c${i}` })),
    );
    const rows = Array.from({ length: 20_001 }, () => ({ city: 'c1' }));
    expect(() => applyPipeline(fitted, rows)).toThrow(
      refusal('unusable-table', 'would make 20001000 cells, more than 20000000'),
    );
  });
});

describe('a saved pipeline', () => {
  it('that makes other columns than it says, or takes one that is not there, is refused', () => {
    const fitted = learned([{ step: 'scale', method: 'standard' }], [{ x: 1 }, { x: 2 }]);
    expect(() => loadPipeline({ ...fitted, outputs: [] })).toThrow(
      refusal('unusable-table', 'makes other columns than it says'),
    );
    expect(() => loadPipeline({ ...fitted, inputs: [] })).toThrow(
      refusal('unusable-table', 'names the column x'),
    );
  });

  it('is refused for a row that it would make infinite', () => {
    const fitted = learned([{ step: 'scale', method: 'standard' }], [{ x: 1 }, { x: 2 }]);
    const tiny = {
      step: 'scale',
      method: 'standard',
      columns: [{ name: 'x', centre: 0, scale: 1e-300, offset: 0 }],
    };
    expect(() => applyPipeline(loadPipeline({ ...fitted, steps: [tiny] }), [{ x: 0 }, { x: 1e90 }])).toThrow(
      refusal('unusable-table', 'Row 2, column x: the result is too large'),
    );
  });
});

describe('an unknown category', () => {
  it.each(['one-hot', 'ordinal'])(
    'is refused by %s encoding where that was asked for, without naming it',
    (method) => {
      const fitted = learned([{ step: 'encode', method, unknown: 'error' }], [{ plan: 'a' }, { plan: 'b' }]);
      expect(() => applyPipeline(fitted, [{ plan: 'a' }, { plan: 'sensitive' }])).toThrow(
        refusal('unusable-table', 'Row 2, column plan: training did not have this category'),
      );
      expect(() => applyPipeline(fitted, [{ plan: 'sensitive' }])).not.toThrow('sensitive');
      // Of missing cells: ordinal keeps them, one-hot had none in training.
      const missing = () => applyPipeline(fitted, [{ plan: null }]);
      if (method === 'ordinal') expect(missing()).toEqual([{ plan: null }]);
      else expect(missing).toThrow('Row 1, column plan');
    },
  );
});

describe('a step that does not fit its columns', () => {
  const rows = [
    { x: 1, plan: 'a', y: 0 },
    { x: null, plan: 'b', y: 1 },
  ];
  it.each([
    { step: { step: 'scale', method: 'standard', columns: ['z'] }, says: 'names the column z' },
    { step: { step: 'scale', method: 'standard', columns: ['y'] }, says: 'names the column y' },
    { step: { step: 'scale', method: 'robust', columns: ['plan'] }, says: 'Column plan holds texts' },
    { step: { step: 'scale', method: 'min-max', range: [1, 1] }, says: 'must rise' },
    { step: { step: 'impute', strategy: 'mean', columns: ['plan'] }, says: 'Column plan holds texts' },
    { step: { step: 'impute', strategy: 'constant', value: 'a', columns: ['x'] }, says: 'cannot be filled' },
    { step: { step: 'impute', strategy: 'forward-fill' }, says: 'name the columns of person and time' },
    { step: { step: 'select', method: 'chi2', top: 1 }, says: 'Column x has missing cells' },
    { step: { step: 'reduce', method: 'pca', keep: { components: 1 } }, says: 'Row 2, column x' },
  ])('is refused: $says', ({ step, says }) => {
    expect(() => learned([step], rows, { target: 'y' })).toThrow(refusal('unusable-table', says));
  });

  it('is refused where it would learn from a target that is not there, is missing, or is of many texts', () => {
    const byTarget = [{ step: 'encode', method: 'target' }];
    expect(() => learned(byTarget, rows)).toThrow('name the target column');
    expect(() =>
      learned(byTarget, [{ plan: 'a', y: null }, ...rows.map(({ plan, y }) => ({ plan, y }))], {
        target: 'y',
      }),
    ).toThrow('Row 1 has no target');
    const texts = ['p', 'q', 'r'].map((y) => ({ plan: 'a', y }));
    expect(() => learned(byTarget, texts, { target: 'y' })).toThrow('3 different values');
    expect(() => learned([], rows, { target: 'z' })).toThrow('must have the columns z');
  });

  it('is refused where it would make a column that is there', () => {
    const taken = [{ x: null, x_missing: 2 }];
    expect(() => learned([{ step: 'impute', strategy: 'mean', indicator: true }], taken)).toThrow(
      'a second column x_missing',
    );
  });

  it('is refused where chi² meets values below 0, or more components are asked for than there are', () => {
    const signed = [
      { x: -1, y: 0 },
      { x: 2, y: 1 },
    ];
    expect(() => learned([{ step: 'select', method: 'chi2', top: 1 }], signed, { target: 'y' })).toThrow(
      'Column x has values below 0',
    );
    const many = { step: 'reduce', method: 'pca', keep: { components: 3 } };
    expect(() => learned([many], signed)).toThrow(
      refusal('insufficient-data', '3 components were asked for'),
    );
  });
});

describe('a target of two texts', () => {
  it('counts the later in order as 1', () => {
    const rows = ['No', 'Yes', 'No', 'Yes', 'Yes'].map((left) => ({ plan: 'a', left }));
    const fitted = learned([{ step: 'encode', method: 'target' }], rows, { target: 'left' });
    expect(applyPipeline(fitted, [{ plan: 'new' }])[0]!['plan']).toBeCloseTo(0.6, 12);
  });
});

describe('target encoding of training rows', () => {
  it('never meets a row’s own target: a column of names says nothing', () => {
    const rows = Array.from({ length: 40 }, (_, row) => ({ name: `n${row}`, y: row % 2 }));
    const steps = PreprocessingSteps.parse([{ step: 'encode', method: 'target', smooth: 0 }]);
    const outcome = fitPipelineWithRows(steps, trainingSplit(rows, { target: 'y' }));
    // Without cross-fitting each name would become its row's target, 0 or 1.
    for (const row of outcome.rows) expect(Math.abs(Number(row['name']) - 0.5)).toBeLessThan(0.05);
    expect(applyPipeline(outcome.fitted, rows).map((row) => row['name'])).toEqual(rows.map(({ y }) => y));
  });

  it('keeps the rows of one person in one fold', () => {
    const rows = Array.from({ length: 40 }, (_, row) => ({
      who: `p${row % 10}`,
      name: `n${row % 10}`,
      y: row % 10 < 5 ? 1 : 0,
    }));
    const steps = PreprocessingSteps.parse([{ step: 'encode', method: 'target', smooth: 0 }]);
    const outcome = fitPipelineWithRows(steps, trainingSplit(rows, { target: 'y', person: 'who' }));
    for (const row of outcome.rows) expect(Math.abs(Number(row['name']) - 0.5)).toBeLessThan(0.05);
  });
});
