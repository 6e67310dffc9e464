import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../ml/random/seeded-random.ts';
import { sessionChances } from '../../../../ml/synthetic/customers/session-chances.ts';
import { chanceOfStars, drawStars, expectedStars } from '../../../../ml/synthetic/customers/stars.ts';

describe('sessionChances', () => {
  it('is a thinned Poisson process where each step is a session', () => {
    // Thinning (Kingman 1993, Poisson Processes, 5.1): held sessions are Poisson of mean 3 × 0.75.
    const chances = sessionChances({ expectedSteps: 3, stepsTaken: 0, perSession: 1, cancellation: 0.25 });
    expect(chances.noneHeld).toBeCloseTo(Math.exp(-2.25), 12);
    expect(chances.expectedHeld).toBeCloseTo(2.25, 12);
  });

  it('plans none where the Erlang distribution function says so', () => {
    // Of shape 3, one step taken: two steps are wanting, so none is planned after 0 or 1: e^−2 (1 + 2).
    const chances = sessionChances({ expectedSteps: 2, stepsTaken: 1, perSession: 3, cancellation: 0 });
    expect(chances.nonePlanned).toBeCloseTo(3 * Math.exp(-2), 12);
    expect(chances.noneHeld).toBeCloseTo(3 * Math.exp(-2), 12);
  });

  it('expects nothing where nothing is planned', () => {
    expect(sessionChances({ expectedSteps: 0, stepsTaken: 8, perSession: 9, cancellation: 0.1 })).toEqual({
      noneHeld: 1,
      nonePlanned: 1,
      expectedHeld: 0,
    });
  });
});

describe('stars', () => {
  it('have the chances of the normal distribution', () => {
    // Standard normal at 0, 1 and 2: tables.
    for (const [z, chance] of [
      [0, 0.5],
      [1, 0.84134],
      [2, 0.97725],
    ] as const) {
      expect(Math.abs(chanceOfStars(4, 3.5 + 0.45 * z) - chance)).toBeLessThan(0.0002);
    }
  });

  it('average what is expected', () => {
    const random = seededRandom(3);
    let sum = 0;
    for (let draw = 0; draw < 20_000; draw += 1) sum += drawStars(4.3, random);
    expect(sum / 20_000).toBeCloseTo(expectedStars(4.3), 1.5);
  });
});
