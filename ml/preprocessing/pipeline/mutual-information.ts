import type { Random } from '../../random/seeded-random.ts';
import { digammaOfCount } from '../../stats/digamma-of-count.ts';
import { mean } from '../../stats/mean.ts';
import { populationStandardDeviation } from '../../stats/population-standard-deviation.ts';

/**
 * Mutual information of two lists of codes, in nats, from their shares. Shannon 1948; scikit-learn's
 * `mutual_info_score`.
 *
 * @param one - shape [n], n ≥ 1
 * @param other - shape [n]
 * @returns ≥ 0
 * @example
 * discreteMutualInformation([0, 0, 1, 1], [5, 5, 6, 6]) // => Math.log(2)
 * discreteMutualInformation([0, 1, 0, 1], [0, 0, 1, 1]) // => 0
 */
export const discreteMutualInformation = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const count = one.length;
  const ones = new Map<number, number>();
  const others = new Map<number, number>();
  const pairs = new Map<number, Map<number, number>>();
  for (let row = 0; row < count; row += 1) {
    const [left, right] = [one[row]!, other[row]!];
    ones.set(left, (ones.get(left) ?? 0) + 1);
    others.set(right, (others.get(right) ?? 0) + 1);
    const withLeft = pairs.get(left) ?? new Map<number, number>();
    withLeft.set(right, (withLeft.get(right) ?? 0) + 1);
    pairs.set(left, withLeft);
  }
  let information = 0;
  for (const [left, withLeft] of pairs) {
    for (const [right, together] of withLeft) {
      information +=
        (together / count) * Math.log((together * count) / (ones.get(left)! * others.get(right)!));
    }
  }
  return Math.max(0, information);
};

/** The first of sorted values less than a radius below a centre. O(log n). */
const firstWithin = (sorted: Float64Array, centre: number, radius: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (centre - sorted[middle]! < radius) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The first of sorted values at least a radius above a centre. O(log n). */
const firstBeyond = (sorted: Float64Array, centre: number, radius: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! - centre < radius) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Distance from each of sorted values to its k-th nearest other; shape [n], n > k. */
const distancesToNeighbour = (sorted: Float64Array, k: number): Float64Array =>
  sorted.map((value, at) => {
    let below = at - 1;
    let above = at + 1;
    let distance = 0;
    for (let found = 0; found < k; found += 1) {
      const down = below < 0 ? Number.POSITIVE_INFINITY : value - sorted[below]!;
      const up = above >= sorted.length ? Number.POSITIVE_INFINITY : sorted[above]! - value;
      distance = Math.min(down, up);
      if (down <= up) below -= 1;
      else above += 1;
    }
    return distance;
  });

/**
 * Mutual information of amounts and classes, in nats, from how near each row's neighbours of its own class are. Ross
 * 2014, as scikit-learn's `mutual_info_classif` computes it before it adds noise. O(n log n).
 *
 * A class of one row is left out, since its row has no neighbour. Values that are equal have no distance: part them
 * first (`partEqualValues`).
 *
 * @param values - shape [n]
 * @param classes - shape [n]
 * @param neighbours - ≥ 1; fewer where a class is smaller
 * @returns ≥ 0; 0 where no class has two rows
 */
export const continuousMutualInformation = (
  values: ArrayLike<number>,
  classes: ArrayLike<number>,
  neighbours: number,
): number => {
  const byClass = new Map<number, number[]>();
  for (let row = 0; row < values.length; row += 1) {
    const members = byClass.get(classes[row]!);
    if (members === undefined) byClass.set(classes[row]!, [values[row]!]);
    else members.push(values[row]!);
  }
  const shared = [...byClass.values()].filter((members) => members.length > 1);
  const everyone = Float64Array.from(shared.flat()).sort();
  if (everyone.length === 0) return 0;
  let sum = 0;
  for (const members of shared) {
    const sorted = Float64Array.from(members).sort();
    const k = Math.min(neighbours, sorted.length - 1);
    const own = digammaOfCount(k) - digammaOfCount(sorted.length);
    distancesToNeighbour(sorted, k).forEach((radius, at) => {
      const centre = sorted[at]!;
      const within = firstBeyond(everyone, centre, radius) - firstWithin(everyone, centre, radius);
      // At distance 0 from its neighbour a row still counts itself.
      sum += own - digammaOfCount(Math.max(1, within));
    });
  }
  return Math.max(0, digammaOfCount(everyone.length) + sum / everyone.length);
};

/** Of the mean size of the values, which are in units of their deviation. */
const noiseShare = 1e-10;

/**
 * Values in units of their deviation with a little noise, so that no two are equal, as `mutual_info_classif` does
 * with numpy's random state (Kraskov et al. 2004).
 *
 * @param values - shape [n], n ≥ 1
 */
export const partEqualValues = (values: Float64Array, random: Random): Float64Array => {
  const deviation = populationStandardDeviation(values) || 1;
  const scaled = values.map((value) => value / deviation);
  const size = Math.max(1, mean(scaled.map(Math.abs)));
  return scaled.map((value) => value + noiseShare * size * random.normal());
};
