import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundAsPrinted } from '../../../ml/text/round-as-printed.ts';

describe('roundAsPrinted', () => {
  it('is the number that toFixed prints, for any number and for those at and beside the middle', () => {
    const nearMiddle = fc
      .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: -3, max: 3 }))
      .map(([count, steps]) => ((count + 0.5) / 10_000) * (1 + steps * Number.EPSILON));
    const anyValue = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), nearMiddle);
    fc.assert(
      fc.property(anyValue, fc.constantFrom(3, 4), (value, decimals) => {
        expect(roundAsPrinted(value, decimals)).toBe(Number(value.toFixed(decimals)));
      }),
      { numRuns: 20_000 },
    );
  });
});
