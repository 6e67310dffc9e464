import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { f1Score } from '../../../ml/evaluation/f1-score.ts';
import { prAuc } from '../../../ml/evaluation/pr-auc.ts';
import { precision } from '../../../ml/evaluation/precision.ts';
import { recall } from '../../../ml/evaluation/recall.ts';
import { reliabilityBins } from '../../../ml/evaluation/reliability-bins.ts';
import { rocAuc } from '../../../ml/evaluation/roc-auc.ts';
import { specificity } from '../../../ml/evaluation/specificity.ts';

const rows = fc.array(fc.record({ label: fc.constantFrom(0, 1), score: fc.integer({ min: 0, max: 9 }) }), {
  minLength: 2,
  maxLength: 40,
});

describe('figures without a case to judge', () => {
  it('have no AUC when one class is missing', () => {
    expect(rocAuc([1, 1], [0.1, 0.2])).toBeNaN();
    expect(prAuc([0, 0], [0.1, 0.2])).toBeNaN();
  });
  it('are 0 where a share has nothing to be a share of', () => {
    const nothing = { truePositives: 0, falsePositives: 0, trueNegatives: 0, falseNegatives: 0 };
    expect([precision, recall, specificity, f1Score].map((share) => share(nothing))).toEqual([0, 0, 0, 0]);
  });
});

describe('rocAuc', () => {
  it('equals the count over all pairs', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const positives = sample.filter(({ label }) => label === 1);
        const negatives = sample.filter(({ label }) => label === 0);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let won = 0;
        for (const { score } of positives) {
          for (const { score: other } of negatives) won += score > other ? 1 : score === other ? 0.5 : 0;
        }
        const labels = sample.map(({ label }) => label);
        const scores = sample.map(({ score }) => score);
        const auc = rocAuc(labels, scores);
        expect(auc).toBeCloseTo(won / (positives.length * negatives.length), 12);
        // Turning every score round turns the ranking round.
        expect(
          rocAuc(
            labels,
            scores.map((score) => -score),
          ),
        ).toBeCloseTo(1 - auc, 12);
      }),
    );
  });

  it('treats a weight of 2 as the row twice', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const labels = sample.map(({ label }) => label);
        const scores = sample.map(({ score }) => score);
        const weights = sample.map(({ score }) => 1 + (score % 2));
        const repeated = sample.flatMap((row) => Array.from({ length: 1 + (row.score % 2) }, () => row));
        const expected = rocAuc(
          repeated.map(({ label }) => label),
          repeated.map(({ score }) => score),
        );
        if (Number.isNaN(expected)) expect(rocAuc(labels, scores, weights)).toBeNaN();
        else expect(rocAuc(labels, scores, weights)).toBeCloseTo(expected, 12);
      }),
    );
  });
});

describe('reliabilityBins', () => {
  it('keeps a probability of 1 in the last bin', () => {
    expect(reliabilityBins({ labels: [1], probabilities: [1] }, 10)).toEqual([
      { predicted: 1, observed: 1, weight: 1 },
    ]);
  });
});
