import { describe, expect, it } from 'vitest';
import { chooseWideL2 } from '../../../ml/models/choose-wide-l2.ts';
import { seededRandom } from '../../../ml/random/seeded-random.ts';

const width = 20;

/** Rows whose log-odds are `slope` times the first column; the other columns say nothing. */
const madeRows = (count: number, slope: number, stream: string) => {
  const random = seededRandom(stream);
  const values = Float64Array.from({ length: count * width }, () => random.normal());
  const labels = Array.from({ length: count }, (_, row) =>
    Number(random.bernoulli(1 / (1 + Math.exp(-slope * (values[row * width] ?? 0))))),
  );
  return { values, labels, weights: labels.map(() => 1) };
};
const parts = (count: number, slope: number) =>
  Array.from({ length: 5 }, (_, member) => ({
    fit: madeRows(count, slope, `fit ${member}`),
    heldBack: madeRows(400, slope, `held back ${member}`),
  }));

describe('chooseWideL2', () => {
  it('holds back little where the rows are many and the signal strong', () => {
    expect(chooseWideL2(parts(1000, 2), width)).toBeLessThanOrEqual(25);
  });

  it('holds back hard where the columns are noise and the rows are few', () => {
    expect(chooseWideL2(parts(60, 0), width)).toBeGreaterThanOrEqual(125);
  });
});
