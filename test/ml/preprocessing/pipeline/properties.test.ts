import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DomainError } from '../../../../ml/domain-error.ts';
import { applyPipeline } from '../../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipeline, fitPipelineWithRows } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { loadPipeline, savePipeline } from '../../../../ml/preprocessing/pipeline/fitted-pipeline.ts';
import {
  type PreprocessingStep,
  PreprocessingSteps,
} from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import type { Row } from '../../../../ml/preprocessing/pipeline/row.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';

const orMissing = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4, nil: null });
const anyNumber = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ min: -1e100, max: 1e100, noNaN: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
);
const anyText = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({ unit: 'grapheme', maxLength: 4 }));
const anyRow: fc.Arbitrary<Row> = fc.record({
  who: fc.constantFrom('p', 'q', 'r', 's'),
  at: fc.integer({ min: 0, max: 20 }),
  target: fc.integer({ min: 0, max: 1 }),
  x: orMissing(anyNumber),
  y: orMissing(fc.double({ min: 0, max: 50, noNaN: true })),
  plan: orMissing(anyText),
});
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 25 });
const roles = { target: 'target', person: 'who', time: 'at' };

const anyStep: fc.Arbitrary<PreprocessingStep> = fc.constantFrom(
  ...PreprocessingSteps.parse([
    { step: 'impute', strategy: 'mean' },
    { step: 'impute', strategy: 'median' },
    { step: 'impute', strategy: 'most-frequent' },
    { step: 'impute', strategy: 'constant', value: 3 },
    { step: 'impute', strategy: 'constant', value: 'none' },
    { step: 'scale', method: 'standard' },
    { step: 'scale', method: 'min-max', range: [-1, 1] },
    { step: 'scale', method: 'robust' },
    { step: 'encode', method: 'one-hot' },
    { step: 'encode', method: 'ordinal' },
    { step: 'encode', method: 'target' },
    { step: 'select', method: 'variance' },
    { step: 'select', method: 'correlation', top: 2 },
    { step: 'select', method: 'chi2', top: 2 },
    { step: 'select', method: 'mutual-information', top: 2 },
    { step: 'reduce', method: 'pca', keep: { components: 1 } },
  ]),
);
const anySteps = fc.array(anyStep, { maxLength: 4 });

/** What a call gives, or the code by which it refuses. */
const outcomeOf = <T>(call: () => T): T | string => {
  try {
    return call();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('any pipeline on any rows', () => {
  it('gives finite numbers, texts or null, or refuses by a code', () => {
    fc.assert(
      fc.property(anySteps, anyRows, anyRows, (steps, training, later) => {
        const fitted = outcomeOf(() => fitPipeline(steps, trainingSplit(training, roles)));
        if (typeof fitted === 'string') return;
        const rows = outcomeOf(() => applyPipeline(fitted, later));
        if (typeof rows === 'string') return;
        expect(rows.length).toBe(later.length);
        for (const row of rows) {
          expect(Object.keys(row)).toEqual([
            'target',
            'who',
            'at',
            ...fitted.outputs.map(({ name }) => name),
          ]);
          for (const cell of Object.values(row)) {
            if (typeof cell === 'number') expect(Number.isFinite(cell)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes of a row alone what it makes of it among others', () => {
    fc.assert(
      fc.property(anySteps, anyRows, anyRows, (steps, training, later) => {
        const fitted = outcomeOf(() => fitPipeline(steps, trainingSplit(training, roles)));
        if (typeof fitted === 'string') return;
        const together = outcomeOf(() => applyPipeline(fitted, later));
        if (typeof together === 'string') return;
        expect(later.flatMap((row) => applyPipeline(fitted, [row]))).toEqual(together);
      }),
      { numRuns: 200 },
    );
  });

  it('makes the same after it was saved and loaded, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(anySteps, anyRows, (steps, training) => {
        const before = JSON.stringify([steps, training]);
        const fitted = outcomeOf(() => fitPipeline(steps, trainingSplit(training, roles)));
        if (typeof fitted === 'string') return;
        const saved = savePipeline(fitted);
        expect(savePipeline(loadPipeline(saved))).toBe(saved);
        expect(outcomeOf(() => applyPipeline(loadPipeline(saved), training))).toEqual(
          outcomeOf(() => applyPipeline(fitted, training)),
        );
        expect(JSON.stringify([steps, training])).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('gives a model’s training rows as later rows, but for target encoding', () => {
    fc.assert(
      fc.property(anySteps, anyRows, (steps, training) => {
        if (steps.some((step) => step.step === 'encode' && step.method === 'target')) return;
        const outcome = outcomeOf(() => fitPipelineWithRows(steps, trainingSplit(training, roles)));
        if (typeof outcome === 'string') return;
        expect(applyPipeline(outcome.fitted, training)).toEqual(outcome.rows);
      }),
      { numRuns: 200 },
    );
  });
});

describe('scaling of any column', () => {
  const anyColumn = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
    minLength: 2,
    maxLength: 40,
  });
  const scaled = (values: readonly number[], step: unknown) => {
    const rows = values.map((x) => ({ x }));
    const fitted = fitPipeline(PreprocessingSteps.parse([step]), trainingSplit(rows, {}));
    return applyPipeline(fitted, rows).map(({ x }) => Number(x));
  };

  it('gives training rows mean 0, or a range from 0 to 1', () => {
    fc.assert(
      fc.property(anyColumn, (values) => {
        const standard = scaled(values, { step: 'scale', method: 'standard' });
        expect(Math.abs(standard.reduce((sum, x) => sum + x, 0) / values.length)).toBeLessThan(1e-6);
        const ranged = scaled(values, { step: 'scale', method: 'min-max' });
        expect(Math.min(...ranged)).toBeCloseTo(0, 9);
        expect(Math.max(...ranged)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('a pipeline that someone has changed', () => {
  const steps = PreprocessingSteps.parse([
    { step: 'impute', strategy: 'mean', columns: ['x'] },
    { step: 'impute', strategy: 'median', columns: ['y'], indicator: true },
    { step: 'encode', method: 'one-hot' },
    { step: 'scale', method: 'standard', columns: ['x', 'y'] },
    { step: 'select', method: 'variance' },
    { step: 'reduce', method: 'pca', keep: { components: 2 } },
  ]);
  const training = Array.from({ length: 12 }, (_, row) => ({
    x: row % 4 === 0 ? null : row,
    y: (row * 7) % 5,
    plan: ['a', 'b', null][row % 3]!,
  }));
  const saved = JSON.stringify(fitPipeline(steps, trainingSplit(training, {})));

  it('is refused by a code or a schema, or still gives finite rows', () => {
    const leaf = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|null|true|false/g;
    const leaves = [...saved.matchAll(leaf)];
    const anyLeaf = fc.constantFrom('null', '0', '-1', '1e300', '1e-300', '"x"', '"zzz"', 'true', '[]', '{}');
    fc.assert(
      fc.property(fc.nat(leaves.length - 1), anyLeaf, (at, instead) => {
        const { index, 0: old } = leaves[at]!;
        const changed = `${saved.slice(0, index)}${instead}${saved.slice(index + old.length)}`;
        let parsed: unknown;
        try {
          parsed = JSON.parse(changed);
        } catch {
          return;
        }
        try {
          for (const row of applyPipeline(loadPipeline(parsed), training)) {
            for (const cell of Object.values(row)) expect(cell === null || Number.isFinite(cell)).toBe(true);
          }
        } catch (error) {
          expect(error instanceof DomainError || error instanceof z.ZodError, String(error)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
