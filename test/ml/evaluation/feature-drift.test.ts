import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureDrift } from '../../../ml/evaluation/feature-drift.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';
import { populationStability } from '../../../ml/stats/population-stability.ts';

const drawn = (seed: string, count: number, mean = 0) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => mean + random.normal());
};

const repeats = 100;

/** Standard deviation of the index where nothing has moved: that of a chi² of 9 degrees of freedom. */
const spreadOfPsi = (n: number, m: number) => Math.sqrt(2 * 9) * (1 / n + 1 / m);

describe('drift of a feature', () => {
  it('stays at 0 when both samples grow tenfold and nothing has moved', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const size of [100, 1000]) {
          const drift = featureDrift(drawn(`baseline ${seed}`, size), drawn(`current ${seed}`, size));
          // Ten deviations: a chi² has a longer tail than a normal.
          expect(Math.abs(drift.psiExcess)).toBeLessThan(10 * spreadOfPsi(size, size));
          expect(drift.ksPValue).toBeGreaterThan(1e-9);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is 0 on average whatever the sizes, and KS raises an alarm on one in twenty', () => {
    for (const [n, m] of [
      [100, 100],
      [500, 500],
      [500, 50],
    ] as const) {
      const drifts = Array.from({ length: repeats }, (_, seed) =>
        featureDrift(drawn(`baseline ${seed}`, n), drawn(`current ${seed}`, m)),
      );
      const meanExcess = drifts.reduce((sum, { psiExcess }) => sum + psiExcess, 0) / repeats;
      // Four standard errors of the mean, and the bias of the half counts and of bins cut by the sample itself.
      expect(Math.abs(meanExcess)).toBeLessThan((4 / Math.sqrt(repeats) + 0.15) * spreadOfPsi(n, m));
      const alarms = drifts.filter(({ ksPValue }) => ksPValue < 0.05).length;
      expect(alarms).toBeGreaterThan(0);
      expect(alarms).toBeLessThanOrEqual(14);
    }
  });

  it('keeps its size when the samples grow and the mean has moved by half a deviation', () => {
    const [small, large] = [400, 4000].map((size) =>
      featureDrift(drawn('baseline', size), drawn('current', size, 0.5)),
    );
    // Of two normals δ apart the symmetric divergence is δ² = .25; ten bins lose a little of it.
    expect(small!.psiExcess).toBeGreaterThan(0.17);
    expect(Math.abs(small!.psiExcess - large!.psiExcess)).toBeLessThan(0.08);
    expect(small!.ksPValue).toBeLessThan(1e-6);
  });

  it('has fewer bins where values are equal, and is finite where a bin is empty', () => {
    const constant = featureDrift([3, 3, 3], [3, 3]);
    expect(constant).toMatchObject({ psi: 0, psiExcess: 0, ks: 0, ksPValue: 1 });
    const moved = featureDrift([0, 0, 0, 1], [5, 5]);
    expect(moved.psi).toBeGreaterThan(0);
    expect(moved.psi).toBeLessThan(10);
  });

  it('is refused where a sample is empty', () => {
    expect(() => featureDrift([], [1])).toThrow(expect.objectContaining({ code: 'insufficient-data' }));
    expect(() => populationStability([1], [0])).toThrow('each sample has a value');
  });
});

describe('the population stability index', () => {
  it('is the sum by hand', () => {
    // Shares (40.5, 60.5) / 101 and (60.5, 40.5) / 101: 2 × 20 / 101 × ln(60.5 / 40.5).
    const { index, expected } = populationStability([40, 60], [60, 40]);
    expect(index).toBeCloseTo((2 * 20 * Math.log(60.5 / 40.5)) / 101, 12);
    expect(expected).toBeCloseTo(0.02, 12);
  });
});
