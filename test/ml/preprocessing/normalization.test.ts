import { describe, expect, it } from 'vitest';
import { fitNormalization, normalize, readNormalization } from '../../../ml/preprocessing/normalization.ts';

const { NaN: missing } = Number;
const table = {
  featureNames: ['x', 'constant', 'absent'],
  ids: ['a', 'b', 'c', 'd'],
  // x: 1, –, 2, 6: median 2, so 1, 2, 2, 6: mean 2.75, variance (3.0625 + 0.5625 × 2 + 10.5625) / 4 = 3.6875.
  values: new Float64Array([1, 7, missing, missing, 7, missing, 2, 7, missing, 6, 7, missing]),
};
const fitted = fitNormalization(table);

describe('fitNormalization', () => {
  it('learns median, mean and population deviation of each column, by hand', () => {
    expect(fitted).toEqual({
      schemaVersion: 1,
      featureNames: ['x', 'constant', 'absent'],
      medians: [2, 7, 0],
      means: [2.75, 7, 0],
      deviations: [Math.sqrt(3.6875), 0, 0],
    });
  });

  it('refuses to learn from no row', () => {
    expect(() => fitNormalization({ ...table, ids: [], values: new Float64Array() })).toThrow(
      expect.objectContaining({ code: 'unusable-table' }),
    );
  });
});

describe('normalize', () => {
  it('uses what training taught, and turns constant and absent columns into 0 whatever comes later', () => {
    const before = new Float64Array([missing, 99, 5]);
    const [x, constant, absent] = normalize(before, fitted);
    expect(x).toBeCloseTo((2 - 2.75) / Math.sqrt(3.6875), 12);
    expect([constant, absent]).toEqual([0, 0]);
    expect(before[0]).toBeNaN();
  });
});

describe('readNormalization', () => {
  it('takes back what was saved as JSON', () => {
    expect(readNormalization(JSON.parse(JSON.stringify(fitted)))).toEqual(fitted);
  });
  it('refuses another version by name, and a broken one of this version', () => {
    expect(() => readNormalization({ ...fitted, schemaVersion: 2 })).toThrow(
      expect.objectContaining({
        code: 'unsupported-version',
        message: expect.stringContaining('schema version 2 cannot be read; this reader knows version 1'),
      }),
    );
    expect(() => readNormalization('nothing')).toThrow(
      expect.objectContaining({ code: 'unsupported-version' }),
    );
    expect(() => readNormalization({ ...fitted, medians: [1] })).toThrow('one median');
  });
});
