/** Rows in order of score, ready to be summed up many times with different weights. */
export interface Ranking {
  /** 0 or 1 per row, shape [n]. */
  readonly labels: ArrayLike<number>;
  /** Row numbers from the highest score to the lowest, shape [n]. */
  readonly order: Uint32Array;
  /** For each group of equal scores, the position in `order` just after its last row; ascending. */
  readonly groupEnds: Uint32Array;
}

/**
 * Sorts rows by score once, so that a bootstrap costs O(n) a resample instead of O(n log n).
 *
 * @param labels - 0 or 1, shape [n]; kept, not copied
 * @param scores - higher = more likely label 1, shape [n], finite; not mutated
 * @example
 * Array.from(rankScores([0, 1, 1], [0.2, 0.9, 0.2]).order) // => [1, 0, 2]
 * Array.from(rankScores([0, 1, 1], [0.2, 0.9, 0.2]).groupEnds) // => [1, 3]
 */
export const rankScores = (labels: ArrayLike<number>, scores: ArrayLike<number>): Ranking => {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const groupEnds: number[] = [];
  for (let position = 1; position <= order.length; position += 1) {
    const isLast = position === order.length;
    if (isLast || scores[order[position] as number] !== scores[order[position - 1] as number]) {
      groupEnds.push(position);
    }
  }
  return { labels, order, groupEnds: Uint32Array.from(groupEnds) };
};

/**
 * Walks a ranking from the highest score down and reports, after each group of equal scores, the weight of label
 * 1 and of label 0 seen so far: the true and false positives of a threshold at that score.
 *
 * @param weights - per row, ≥ 0, shape [n]
 * @param visit - called once per group of equal scores, with the row number of one of its members
 */
export const walkThresholds = (
  ranking: Ranking,
  weights: ArrayLike<number> | undefined,
  visit: (truePositives: number, falsePositives: number, row: number) => void,
): void => {
  let truePositives = 0;
  let falsePositives = 0;
  let position = 0;
  for (const end of ranking.groupEnds) {
    for (; position < end; position += 1) {
      const row = ranking.order[position] as number;
      const weight = weights === undefined ? 1 : (weights[row] as number);
      if (ranking.labels[row] === 1) truePositives += weight;
      else falsePositives += weight;
    }
    visit(truePositives, falsePositives, ranking.order[end - 1] as number);
  }
};
