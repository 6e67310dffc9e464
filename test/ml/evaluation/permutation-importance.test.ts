import { describe, expect, it } from 'vitest';
import { permutationImportance } from '../../../ml/evaluation/permutation-importance.ts';
import { rocAuc } from '../../../ml/evaluation/roc-auc.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const random = seededRandom(9);
const rows = 400;
const values = Float64Array.from({ length: rows * 2 }, () => random.normal());
const labels = Array.from({ length: rows }, (_, row) => (values[row * 2]! > 0 ? 1 : 0));
const question = {
  featureNames: ['decisive', 'ignored'],
  values,
  measure: (cells: Float64Array) =>
    rocAuc(
      labels,
      Array.from({ length: rows }, (_, row) => cells[row * 2]!),
    ),
};

describe('permutationImportance', () => {
  it('is the fall from perfect to chance for the feature that decides, and 0 for one that is not read', () => {
    const before = values.slice();
    const [decisive, ignored] = permutationImportance(question, 5, seededRandom(1));
    expect(decisive?.importance).toBeGreaterThan(0.45);
    expect(decisive?.importance).toBeLessThan(0.55);
    expect(decisive?.deviation).toBeGreaterThan(0);
    expect(ignored).toEqual({ feature: 'ignored', importance: 0, deviation: 0 });
    expect(values).toEqual(before);
  });
});
