import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvHeader, csvLine, jsonLine } from '../../../ml/datasets/dataset-lines.ts';
import { InvalidRowError } from '../../../ml/datasets/invalid-row-error.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('csvHeader', () => {
  test('names the sample, the features and the label', () => {
    expect(csvHeader(['a', 'b'])).toBe('sample_id,a,b,label\n');
  });

  test('quotes a name that holds a comma or a quote, as RFC 4180 asks', () => {
    expect(csvHeader(['a,b', 'c"d'])).toBe('sample_id,"a,b","c""d",label\n');
  });
});

describe('csvLine and jsonLine', () => {
  test('read back as exactly the numbers that were written', () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.constantFrom(0 as const, 1 as const),
        (features, label) => {
          const names = features.map((_, index) => `f${index}`);
          const sample = { sampleId: 'sample_000042', features, label };
          const written = features.map((value) => (value === 0 ? 0 : value));
          const [fields] = parse(csvLine(sample)) as string[][];
          expect(fields?.map((field, index) => (index === 0 ? field : Number(field)))).toEqual([
            'sample_000042',
            ...written,
            label,
          ]);
          expect(Object.values(JSON.parse(jsonLine(sample, names)) as object)).toEqual([
            'sample_000042',
            ...written,
            label,
          ]);
        },
      ),
    );
  });

  test('use the fewest digits that read back, and never a negative zero', () => {
    // The same as Python: repr(0.1 + 0.2), repr(1e-7), repr(1/3).
    const sample = { sampleId: 'sample_000001', features: [0.1 + 0.2, 1e-7, 1 / 3, -0], label: 0 } as const;
    expect(csvLine(sample)).toBe('sample_000001,0.30000000000000004,1e-7,0.3333333333333333,0,0\n');
    expect(jsonLine({ ...sample, features: Float64Array.of(-0) }, ['z'])).toBe(
      '{"sample_id":"sample_000001","z":0,"label":0}\n',
    );
  });

  test.each([Number.NaN, Infinity, -Infinity])('refuse %d and say which feature', (value) => {
    const sample = { sampleId: 'sample_000001', features: [1, value], label: 1 } as const;
    for (const write of [() => csvLine(sample), () => jsonLine(sample, ['a', 'b'])]) {
      expect(write).toThrow(InvalidRowError);
      expect(write).toThrow('Feature 2 of 2');
    }
  });

  test('a row that does not fit the schema is refused', () => {
    const sample = { sampleId: 'sample_000001', features: [1, 2], label: 1 } as const;
    expect(() => jsonLine(sample, ['a'])).toThrow(InvalidRowError);
  });
});
