import { describe, expect, it } from 'vitest';
import { compareOutcomes } from '../../../ml/evaluation/compare-outcomes.ts';
import { differenceOfEstimates } from '../../../ml/evaluation/difference-of-estimates.ts';
import { estimateOutcomes } from '../../../ml/evaluation/estimate-outcomes.ts';
import { ScoredOutcomes } from '../../../ml/evaluation/scored-outcomes.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const options = (seed: string | number = 'test') => ({ resamples: 200, random: seededRandom(seed) });

/** Rows of two classes whose scores lie `distance` standard deviations apart, squeezed into 0 … 1. */
const rowsOf = (count: number, distance: number, seed: string) => {
  const random = seededRandom(seed);
  const labels = Array.from({ length: count }, (_, row) => (row % 2 === 0 ? 0 : 1));
  const scores = labels.map((label) => 1 / (1 + Math.exp(-(random.normal() + distance * label))));
  return ScoredOutcomes.parse({ labels, scores });
};

describe('figures of outcomes', () => {
  it('are those of the textbook example: AUC 0.75, Brier by hand', () => {
    // The example of scikit-learn's roc_auc_score; (0.1² + 0.4² + 0.65² + 0.2²) / 4 = 0.158125.
    const outcomes = ScoredOutcomes.parse({ labels: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] });
    const figures = estimateOutcomes(outcomes, options());
    expect(figures.get('auc')?.value).toBe(0.75);
    expect(figures.get('brier')?.value).toBeCloseTo(0.158125, 12);
  });

  it('that need both classes are left out where there is one', () => {
    const figures = estimateOutcomes(ScoredOutcomes.parse({ labels: [1, 1], scores: [0.5, 1] }), options());
    expect([...figures.keys()]).toEqual(['brier']);
  });

  it('have no interval where one person is all there is', () => {
    const rows = { labels: [1, 0], scores: [0.5, 0.25], persons: [7, 7] };
    // (0.5² + 0.25²) / 2
    expect(Object.fromEntries(estimateOutcomes(ScoredOutcomes.parse(rows), options()))).toEqual({
      auc: { value: 1 },
      prAuc: { value: 1 },
      brier: { value: 0.15625 },
    });
  });
});

describe('a comparison', () => {
  it('of a model with itself is exactly none', () => {
    const rows = rowsOf(200, 1, 'same');
    for (const difference of compareOutcomes(rows, rows, options()).values()) {
      expect(difference).toEqual({ difference: 0, low: 0, high: 0 });
    }
  });

  it('has the difference of the figures, and an interval around it', () => {
    const [better, worse] = [rowsOf(400, 2, 'one'), rowsOf(400, 0.5, 'other')];
    const auc = compareOutcomes(better, worse, options()).get('auc');
    const value = (rows: typeof better) => estimateOutcomes(rows, options()).get('auc')?.value ?? 0;
    expect(auc?.difference).toBeCloseTo(value(better) - value(worse), 12);
    expect(auc?.low).toBeGreaterThan(0);
    expect(auc?.high).toBeGreaterThan(auc?.difference ?? 1);
  });

  it('covers no difference in about 95 of 100 cases where there is none', () => {
    const runs = 60;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const [one, other] = [rowsOf(200, 1, `one ${run}`), rowsOf(200, 1, `other ${run}`)];
      const auc = compareOutcomes(one, other, options(run)).get('auc');
      if (auc !== undefined && auc.low <= 0 && auc.high >= 0) covered += 1;
    }
    // Binomial(60, 0.95): fewer than 52 in less than 1 of 100 such tests, and the seeds are fixed.
    expect(covered).toBeGreaterThanOrEqual(52);
    expect(covered).toBeLessThan(60 + 1);
  });

  it('on the same rows knows the difference better than on different ones', () => {
    const rows = rowsOf(400, 1, 'paired');
    const noisy = { ...rows, scores: rows.scores.map((score, row) => (row % 10 === 0 ? 1 - score : score)) };
    const width = (other: typeof rows) => {
      const auc = compareOutcomes(noisy, other, options()).get('auc');
      return auc === undefined ? 0 : auc.high - auc.low;
    };
    expect(width(rows)).toBeLessThan(width(rowsOf(400, 1, 'elsewhere')));
  });

  it('resamples persons, so that copies of rows add no certainty', () => {
    const rows = rowsOf(100, 1, 'copies');
    const copies = (withPersons: boolean) => ({
      labels: [...rows.labels, ...rows.labels, ...rows.labels, ...rows.labels],
      scores: [...rows.scores, ...rows.scores, ...rows.scores, ...rows.scores],
      ...(withPersons && { persons: Array.from({ length: 400 }, (_, row) => row % 100) }),
    });
    const widthOf = (outcomes: ScoredOutcomes) => {
      const auc = estimateOutcomes(outcomes, options()).get('auc');
      return auc === undefined ? 0 : (auc.high ?? 0) - (auc.low ?? 0);
    };
    expect(widthOf(copies(false))).toBeLessThan(0.7 * widthOf(rows));
    expect(widthOf(copies(true))).toBeCloseTo(widthOf(rows), 1);
  });

  it('by intervals alone adds half widths in squares: 3 and 4 make 5', () => {
    expect(differenceOfEstimates({ value: 10, low: 7, high: 13 }, { value: 10, low: 6, high: 14 })).toEqual({
      difference: 0,
      low: -5,
      high: 5,
    });
  });
});
