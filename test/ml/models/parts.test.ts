import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adamStep, newMoments } from '../../../ml/models/adam.ts';
import { balancedWeights } from '../../../ml/models/balanced-weights.ts';
import { choleskySolve } from '../../../ml/models/cholesky-solve.ts';
import { chooseThreshold } from '../../../ml/models/choose-threshold.ts';
import { memberParts } from '../../../ml/models/member-parts.ts';
import { personFolds } from '../../../ml/models/person-folds.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

describe('choleskySolve', () => {
  it('refuses a matrix that is not positive definite', () => {
    expect(() => choleskySolve(new Float64Array([0]), new Float64Array([1]))).toThrow(
      expect.objectContaining({ code: 'insufficient-data' }),
    );
  });
});

describe('adamStep', () => {
  it('moves by the learning rate at first, whatever the size of the gradient', () => {
    // Kingma & Ba 2015: m̂ = g and √v̂ = |g| after one step, so the step is rate · g / (|g| + ε).
    const parameter = Float32Array.of(1, 1);
    const moments = newMoments([parameter]);
    adamStep([parameter], [[100, -0.01]], { learningRate: 0.125, moments });
    expect(parameter[0]).toBeCloseTo(0.875, 5);
    expect(parameter[1]).toBeCloseTo(1.125, 5);
    expect(moments.steps).toBe(1);
  });
});

describe('balancedWeights', () => {
  it('gives both classes the same total, and only scales when there is one', () => {
    const weights = balancedWeights([1, 0, 0, 0], [1, 0.5, 0.5, 1]);
    expect(weights[0]).toBeCloseTo(2, 12);
    expect(weights[1]! + weights[2]! + weights[3]!).toBeCloseTo(2, 12);
    expect([...balancedWeights([0, 0], [2, 2])]).toEqual([1, 1]);
  });
});

describe('chooseThreshold', () => {
  it('takes the point with the most slack above recall 0.70 and specificity 0.50', () => {
    // At ≥ .6: recall 2/4, specificity 4/4. At ≥ .5: 3/4, 4/4, slack .05. At ≥ .4: 3/4, 3/4, slack .05.
    // At ≥ .3: 4/4, 3/4, slack .25. At ≥ .2: 4/4, 2/4, slack 0. So halfway between .3 and .2.
    const threshold = chooseThreshold({
      labels: [1, 1, 1, 0, 1, 0, 0, 0],
      probabilities: [0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0],
    });
    expect(threshold).toBeCloseTo(0.25, 12);
  });
});

const people = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), label: fc.constantFrom(0, 1) }),
  { minLength: 8, maxLength: 80 },
);

describe('personFolds', () => {
  it('keeps a person in one fold, and folds within one person of each other', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 2, max: 5 }), (rows, folds) => {
        const ids = rows.map(({ id }) => id);
        const foldOf = personFolds({ ids, labels: rows.map(({ label }) => label) }, folds, seededRandom(1));
        const persons = new Map<string, Set<number>>();
        ids.forEach((id, row) => {
          persons.set(id, (persons.get(id) ?? new Set()).add(foldOf[row]!));
        });
        expect([...persons.values()].every((own) => own.size === 1)).toBe(true);
        const sizes = Array.from(
          { length: folds },
          (_, fold) => [...persons.values()].filter((own) => own.has(fold)).length,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('memberParts', () => {
  it('holds everyone out exactly once, and never lets a member learn from whom it is judged by', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const ids = rows.map(({ id }) => id);
        const parts = memberParts({ ids, labels: rows.map(({ label }) => label) }, 5, seededRandom(2));
        expect(parts.flatMap(({ heldOut }) => heldOut).sort((a, b) => a - b)).toEqual([...ids.keys()]);
        if (parts.length === 1) return;
        for (const { fit, heldBack, heldOut } of parts) {
          const of = (part: readonly number[]) => new Set(part.map((row) => ids[row]!));
          expect(of(fit).isDisjointFrom(of(heldBack))).toBe(true);
          expect(of(fit).isDisjointFrom(of(heldOut))).toBe(true);
          expect(of(heldBack).isDisjointFrom(of(heldOut))).toBe(true);
        }
      }),
    );
  });

  it('falls back to one member over everyone when a class has fewer than three persons', () => {
    const rows = { ids: ['a', 'b', 'c', 'd'], labels: [1, 1, 0, 0] };
    expect(memberParts(rows, 5, seededRandom(1))).toEqual([
      { fit: [0, 1, 2, 3], heldBack: [0, 1, 2, 3], heldOut: [0, 1, 2, 3] },
    ]);
  });
});
