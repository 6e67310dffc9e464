import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctRows } from '../../../ml/evaluation/distinct-rows.ts';

describe('distinctRows', () => {
  it('collapses copies and weights several cut-offs of one person as one person', () => {
    // a: two cut-offs, the first of them three times over; b: one.
    const distinct = distinctRows({
      ids: ['a', 'b', 'a', 'a', 'a'],
      labels: [1, 0, 1, 0, 1],
      values: new Float64Array([1, 2, 3, 4, 1, 2, 5, 6, 1, 2]),
    });
    expect(distinct.rows).toEqual([0, 1, 3]);
    expect([...distinct.weights]).toEqual([0.5, 1, 0.5]);
  });

  it('keeps two persons with the same features apart', () => {
    expect(distinctRows({ ids: ['a', 'b'], labels: [1, 1], values: new Float64Array([7, 7]) }).rows).toEqual([
      0, 1,
    ]);
  });

  it('knows a copy that has missing cells', () => {
    const values = new Float64Array([Number.NaN, 1, Number.NaN, 1]);
    expect(distinctRows({ ids: ['a', 'a'], labels: [0, 0], values }).rows).toEqual([0]);
  });

  it('gives each person a total weight of 1', () => {
    const file = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        label: fc.constantFrom(0, 1),
        value: fc.integer({ min: 0, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(file, (rows) => {
        const ids = rows.map(({ id }) => id);
        const distinct = distinctRows({
          ids,
          labels: rows.map(({ label }) => label),
          values: Float64Array.from(rows, ({ value }) => value),
        });
        for (const person of new Set(ids)) {
          const weight = distinct.rows.reduce(
            (sum, row, index) => sum + (ids[row] === person ? distinct.weights[index]! : 0),
            0,
          );
          expect(weight).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
