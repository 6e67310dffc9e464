import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { applyPipeline } from '../../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipeline } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import type { PreprocessingStep } from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { type Cell, Cell as CellSchema, type Row } from '../../../../ml/preprocessing/pipeline/row.ts';
import {
  categoryEncodings,
  crossFittedEncodings,
} from '../../../../ml/preprocessing/pipeline/target-encoding.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';

const numbers = z.array(z.number());
const table = z.array(z.array(CellSchema));
const cells = z.array(CellSchema);
const trainAndTest = z.record(z.string(), z.object({ train: table, test: table }));
const Fixture = z.object({
  scale: z.object({ train: table, test: table, expected: trainAndTest }),
  impute: z.object({
    train: table,
    test: table,
    expected: trainAndTest,
    indicator: table,
    words: table,
    frequentWords: table,
  }),
  forwardFill: z.object({ who: cells, at: cells, weight: cells, expected: cells }),
  oneHot: z.object({ train: table, test: table, categories: cells, expected: table }),
  ordinal: z.object({ train: cells, test: cells, expected: cells }),
  target: z.object({
    cities: cells,
    folds: numbers,
    cases: z.array(
      z.object({
        kind: z.string(),
        smooth: z.union([z.literal('auto'), z.number()]),
        target: numbers,
        crossFitted: numbers,
        test: numbers,
      }),
    ),
  }),
  select: z.object({
    classes: numbers,
    binary: numbers,
    counts: table,
    amounts: table,
    chi2: z.object({ scores: numbers, pValues: numbers, best2: z.array(z.boolean()) }),
    r: numbers,
    discrete: numbers,
    continuous: numbers,
    continuous5: numbers,
    lonely: z.object({ classes: numbers, scores: numbers }),
    variances: z.object({
      columns: table,
      scores: numbers,
      kept: z.array(z.boolean()),
      keptAbove: z.array(z.boolean()),
    }),
  }),
  pca: z.array(
    z.object({
      rows: table,
      keep: z.number(),
      scores: table,
      weights: z.array(numbers),
      variances: numbers,
      shares: numbers,
    }),
  ),
});

// How it was made: test/fixtures/preprocessing/make-fixtures.py, with scikit-learn 1.9.1 and pandas 3.1.1.
const fixture = Fixture.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/preprocessing/sklearn.json', import.meta.url), 'utf8')),
);

const toRows = (cellTable: readonly (readonly Cell[])[]): readonly Row[] =>
  cellTable.map((line) => Object.fromEntries(line.map((cell, column) => [`c${column}`, cell])));
const toTable = (rows: readonly Row[]) => rows.map((row) => Object.values(row));
const withTarget = (rows: readonly Row[], target: readonly Cell[]) =>
  rows.map((row, index) => ({ ...row, target: target[index]! }));

/** Within 1e-9 of the size of what is expected. */
const expectClose = (actual: readonly (readonly Cell[])[], expected: readonly (readonly Cell[])[]) => {
  expect(actual.map((line) => line.length)).toEqual(expected.map((line) => line.length));
  actual.forEach((line, row) => {
    line.forEach((cell, column) => {
      const wanted = expected[row]![column]!;
      const place = `row ${row}, column ${column}: ${cell} for ${wanted}`;
      if (typeof cell !== 'number' || typeof wanted !== 'number') expect(cell, place).toBe(wanted);
      else expect(Math.abs(cell - wanted), place).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(wanted)));
    });
  });
};

const fitOn = (rows: readonly Row[], step: PreprocessingStep) => fitPipeline([step], trainingSplit(rows, {}));

describe('scaling as scikit-learn', () => {
  const steps: Record<string, PreprocessingStep> = {
    standard: { step: 'scale', method: 'standard' },
    'min-max': { step: 'scale', method: 'min-max' },
    'min-max -1 to 2': { step: 'scale', method: 'min-max', range: [-1, 2] },
    robust: { step: 'scale', method: 'robust' },
  };
  it.each(Object.keys(steps))('%s', (name) => {
    const { train, test, expected } = fixture.scale;
    const fitted = fitOn(toRows(train), steps[name]!);
    expectClose(toTable(applyPipeline(fitted, toRows(train))), expected[name]!.train);
    expectClose(toTable(applyPipeline(fitted, toRows(test))), expected[name]!.test);
  });
});

describe('imputation as SimpleImputer', () => {
  const steps: Record<string, PreprocessingStep> = {
    mean: { step: 'impute', strategy: 'mean' },
    median: { step: 'impute', strategy: 'median' },
    most_frequent: { step: 'impute', strategy: 'most-frequent' },
    constant: { step: 'impute', strategy: 'constant', value: -1.5 },
  };
  it.each(Object.keys(steps))('%s', (name) => {
    const { train, test, expected } = fixture.impute;
    const fitted = fitOn(toRows(train), steps[name]!);
    expectClose(toTable(applyPipeline(fitted, toRows(train))), expected[name]!.train);
    expectClose(toTable(applyPipeline(fitted, toRows(test))), expected[name]!.test);
  });

  it('most frequent of texts, and indicator columns as MissingIndicator', () => {
    const { words, frequentWords, train, indicator } = fixture.impute;
    const ofWords = fitOn(toRows(words), { step: 'impute', strategy: 'most-frequent' });
    expect(toTable(applyPipeline(ofWords, toRows(words)))).toEqual(frequentWords);
    const withFlags = fitOn(toRows(train), { step: 'impute', strategy: 'mean', indicator: true });
    expect(toTable(applyPipeline(withFlags, toRows(train))).map((line) => line.slice(3))).toEqual(indicator);
  });

  it('forward fill as pandas, per person in time order', () => {
    const { who, at, weight, expected } = fixture.forwardFill;
    const rows = who.map((person, row) => ({ who: person, at: at[row]!, weight: weight[row]! }));
    const fitted = fitPipeline(
      [{ step: 'impute', strategy: 'forward-fill' }],
      trainingSplit(rows, { person: 'who', time: 'at' }),
    );
    expect(applyPipeline(fitted, rows).map((row) => row['weight'])).toEqual(expected);
  });
});

describe('encoding as scikit-learn', () => {
  it('one-hot, with a category for missing cells and none for unknown ones', () => {
    const { train, test, categories, expected } = fixture.oneHot;
    const fitted = fitOn(toRows(train), { step: 'encode', method: 'one-hot' });
    expect(fitted.outputs.map(({ name }) => name)).toEqual(
      categories.map((category) => `c0=${category ?? '(missing)'}`),
    );
    expect(toTable(applyPipeline(fitted, toRows(test)))).toEqual(expected);
  });

  it('ordinal, with −1 for unknown categories and missing cells left', () => {
    const { train, test, expected } = fixture.ordinal;
    const fitted = fitOn(toRows(train.map((cell) => [cell])), { step: 'encode', method: 'ordinal' });
    expect(applyPipeline(fitted, toRows(test.map((cell) => [cell]))).map((row) => row['c0'])).toEqual(
      expected,
    );
  });

  it.each(fixture.target.cases)('target ($kind, smooth $smooth), cross-fitted on the same folds', (of) => {
    const { cities, folds } = fixture.target;
    const rows = withTarget(toRows(cities.map((city) => [city])), of.target);
    const fitted = fitPipeline(
      [{ step: 'encode', method: 'target', smooth: of.smooth }],
      trainingSplit(rows, { target: 'target' }),
    );
    const test = ['a', 'e', 'never', null].map((city) => [city]);
    expectClose(
      toTable(applyPipeline(fitted, toRows(test))),
      of.test.map((value) => [value]),
    );
    const categories = ['a', 'b', 'c', 'd', 'e', null];
    const encoded = { places: cities.map((city) => categories.indexOf(city as string)), target: of.target };
    const crossed = crossFittedEncodings(encoded, folds, { categoryCount: 6, smooth: of.smooth });
    expectClose([[...crossed]], [of.crossFitted]);
    expect(categoryEncodings(encoded, 7, of.smooth)[6]).toBeCloseTo(
      of.target.reduce((sum, value) => sum + value, 0) / of.target.length,
      12,
    );
  });
});

describe('selection as scikit-learn', () => {
  const { select } = fixture;
  const scoresOf = (
    columns: readonly (readonly Cell[])[],
    target: readonly Cell[],
    step: PreprocessingStep,
  ) => {
    const fitted = fitPipeline(
      [step],
      trainingSplit(withTarget(toRows(columns), target), { target: 'target' }),
    );
    const [of] = fitted.steps;
    if (of?.step !== 'select') throw new Error('no selection');
    return of.columns;
  };

  it('variance, above 0 and above a threshold', () => {
    const { columns, scores, kept, keptAbove } = select.variances;
    const step: PreprocessingStep = { step: 'select', method: 'variance' };
    const judged = scoresOf(columns, select.classes, step);
    expectClose([judged.map(({ score }) => score)], [scores]);
    expect(judged.map(({ isKept }) => isKept)).toEqual(kept);
    const above = scoresOf(columns, select.classes, { ...step, above: 0.3 });
    expect(above.map(({ isKept }) => isKept)).toEqual(keptAbove);
  });

  it('correlation with the target, 0 for a constant column', () => {
    const columns = select.amounts.map((line) => [...line, 0]);
    const target = select.amounts.map((line, row) => Number(line[0]) + select.binary[row]!);
    const judged = scoresOf(columns, target, { step: 'select', method: 'correlation', top: 1 });
    expectClose([judged.map(({ score }) => score)], [select.r]);
  });

  it('chi², its p-values and the best two', () => {
    const judged = scoresOf(select.counts, select.classes, { step: 'select', method: 'chi2', top: 2 });
    expectClose([judged.map(({ score }) => score)], [select.chi2.scores]);
    judged.forEach(({ pValue }, column) => {
      const wanted = select.chi2.pValues[column]!;
      expect(Math.abs(pValue! - wanted) / wanted).toBeLessThan(1e-9);
    });
    expect(judged.map(({ isKept }) => isKept)).toEqual(select.chi2.best2);
  });

  it.each([
    { title: 'codes', columns: select.counts, classes: select.classes, expected: select.discrete },
    { title: 'amounts', columns: select.amounts, classes: select.classes, expected: select.continuous },
    {
      title: 'amounts, five neighbours',
      columns: select.amounts,
      classes: select.binary,
      expected: select.continuous5,
      neighbours: 5,
    },
    {
      title: 'amounts, a class of one row',
      columns: select.amounts,
      classes: select.lonely.classes,
      expected: select.lonely.scores,
    },
  ])('mutual information of $title', ({ columns, classes, expected, neighbours }) => {
    const judged = scoresOf(columns, classes, {
      step: 'select',
      method: 'mutual-information',
      top: 1,
      neighbours,
    });
    expectClose([judged.map(({ score }) => score)], [expected]);
  });
});

describe.each(fixture.pca)('principal components as PCA(n_components=$keep)', (of) => {
  it('gives the same weights, variances and scores, up to the sign', () => {
    const keep = of.keep < 1 ? { varianceShare: of.keep } : { components: of.keep };
    const fitted = fitOn(toRows(of.rows), { step: 'reduce', method: 'pca', keep });
    const [step] = fitted.steps;
    if (step?.step !== 'reduce') throw new Error('no reduction');
    expectClose([step.components.map(({ variance }) => variance)], [of.variances]);
    expectClose([step.components.map(({ share }) => share)], [of.shares]);
    // A component that explains nothing (of four centred rows the fourth) may point anywhere.
    const told = step.components.map(({ share }) => share > 1e-12);
    const signs = step.components.map(({ weights }, i) =>
      Math.sign(weights.reduce((sum, weight, at) => sum + weight * of.weights[i]![at]!, 0)),
    );
    const turn = (line: readonly Cell[]) => line.map((cell, i) => (told[i] ? Number(cell) * signs[i]! : 0));
    expectClose(
      step.components
        .filter((_, i) => told[i])
        .map(({ weights }, i) => weights.map((weight) => weight * signs[i]!)),
      of.weights.filter((_, i) => told[i]),
    );
    expectClose(
      toTable(applyPipeline(fitted, toRows(of.rows))).map(turn),
      of.scores.map((line) => line.map((cell, i) => (told[i] ? cell : 0))),
    );
  });
});
