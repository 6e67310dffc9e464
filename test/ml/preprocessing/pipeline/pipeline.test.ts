import { describe, expect, it } from 'vitest';
import { applyPipeline } from '../../../../ml/preprocessing/pipeline/apply-pipeline.ts';
import { fitPipeline } from '../../../../ml/preprocessing/pipeline/fit-pipeline.ts';
import { loadPipeline, savePipeline } from '../../../../ml/preprocessing/pipeline/fitted-pipeline.ts';
import { PreprocessingSteps } from '../../../../ml/preprocessing/pipeline/preprocessing-step.ts';
import { trainingSplit } from '../../../../ml/preprocessing/pipeline/training-split.ts';

const rows = [
  { who: 'a', left: 1, age: 2, plan: 'basic' },
  { who: 'b', left: 0, age: null, plan: null },
  { who: 'c', left: 0, age: 6, plan: 'basic' },
];
const roles = { target: 'left', person: 'who' };
const steps = PreprocessingSteps.parse([
  { step: 'impute', strategy: 'mean', indicator: true },
  { step: 'impute', strategy: 'most-frequent', columns: ['plan'] },
  { step: 'scale', method: 'min-max', columns: ['age'] },
]);

describe('a pipeline', () => {
  it('fills and scales with what training rows taught, and lets columns with a role pass', () => {
    const fitted = fitPipeline(steps, trainingSplit(rows, roles));
    // Mean of 2 and 6 is 4; from 2 … 6 to 0 … 1.
    expect(applyPipeline(fitted, [{ who: 'd', age: 8, plan: null }])).toEqual([
      { who: 'd', age: 1.5, plan: 'basic', age_missing: 0 },
    ]);
    expect(applyPipeline(fitted, rows)[1]).toEqual({
      who: 'b',
      left: 0,
      age: 0.5,
      plan: 'basic',
      age_missing: 1,
    });
  });

  it('is the same after it was saved and loaded', () => {
    const fitted = fitPipeline(steps, trainingSplit(rows, roles));
    expect(loadPipeline(savePipeline(fitted))).toEqual(fitted);
    expect(savePipeline(loadPipeline(savePipeline(fitted)))).toBe(savePipeline(fitted));
  });
});
