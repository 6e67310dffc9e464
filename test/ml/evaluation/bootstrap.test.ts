import { describe, expect, it } from 'vitest';
import { bootstrapEstimate } from '../../../ml/evaluation/bootstrap-estimate.ts';
import { pairedAucDifference } from '../../../ml/evaluation/paired-auc-difference.ts';
import { resamplePersons } from '../../../ml/evaluation/resample-persons.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const options = { resamples: 2000, random: seededRandom(3) };

describe('resamplePersons', () => {
  it('draws persons whole: rows of one person always weigh in the same proportion', () => {
    const rows = { persons: ['a', 'a', 'b', 'c'], weights: [0.25, 0.75, 1, 1] };
    for (const weights of resamplePersons(rows, 50, seededRandom(1))) {
      expect(weights[1]).toBe(3 * weights[0]!);
      expect(weights[0]! + weights[1]! + weights[2]! + weights[3]!).toBe(3);
    }
  });
});

describe('bootstrapEstimate', () => {
  const values = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 1 : 0));
  const mean = (weights: ArrayLike<number>) => {
    let sum = 0;
    let total = 0;
    values.forEach((value, row) => {
      sum += value * weights[row]!;
      total += weights[row]!;
    });
    return sum / total;
  };
  const rows = { persons: values.map((_, row) => `p${row}`), weights: values.map(() => 1) };

  it('agrees with the normal interval of a share: 0.25 ± 1.96 √(0.25 × 0.75 / 400)', () => {
    const { value, low, high } = bootstrapEstimate(rows, mean, options);
    expect(value).toBe(0.25);
    expect(Math.abs(low - (0.25 - 0.0424))).toBeLessThan(0.006);
    expect(Math.abs(high - (0.25 + 0.0424))).toBeLessThan(0.006);
  });

  it('gives wider intervals when the same rows belong to fewer persons', () => {
    // Four rows of one kind a person: 100 persons, so the half-width doubles.
    const clustered = {
      persons: values.map(
        (value, row) => `${value}-${Math.floor(Math.floor(row / (value ? 4 : 4 / 3)) / 4)}`,
      ),
      weights: rows.weights,
    };
    const single = bootstrapEstimate(rows, mean, options);
    const grouped = bootstrapEstimate(clustered, mean, options);
    expect(new Set(clustered.persons).size).toBe(100);
    expect((grouped.high - grouped.low) / (single.high - single.low)).toBeGreaterThan(1.7);
  });

  it('is the same for the same seed, whatever was asked before', () => {
    const first = bootstrapEstimate(rows, mean, options);
    expect(bootstrapEstimate(rows, mean, options)).toEqual(first);
    expect(bootstrapEstimate(rows, mean, { ...options, random: seededRandom(4) })).not.toEqual(first);
  });
});

describe('pairedAucDifference', () => {
  const random = seededRandom(5);
  const labels = Array.from({ length: 300 }, (_, row) => (row % 3 === 0 ? 1 : 0));
  const scores = labels.map((label) => label + random.normal());
  const persons = labels.map((_, row) => `p${row}`);
  const weights = labels.map(() => 1);

  it('is exactly nothing for a model compared with itself', () => {
    expect(
      pairedAucDifference({ labels, scores, baselineScores: scores, persons, weights }, options),
    ).toEqual({
      difference: 0,
      low: 0,
      high: 0,
    });
  });

  it('lies above 0 for a model that is clearly better, and turns round when the two change places', () => {
    const baselineScores = scores.map(() => random.normal());
    const better = pairedAucDifference({ labels, scores, baselineScores, persons, weights }, options);
    expect(better.low).toBeGreaterThan(0);
    const worse = pairedAucDifference(
      { labels, scores: baselineScores, baselineScores: scores, persons, weights },
      options,
    );
    expect(worse.difference).toBeCloseTo(-better.difference, 12);
    expect(worse.high).toBeCloseTo(-better.low, 12);
  });
});
