import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that is decided by its seed alone, so that a run can be repeated to the byte. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  next(): number;
  /** Uniform integer in 0 … below − 1; `below` is an integer ≥ 1. */
  int(below: number): number;
  /** Standard normal: mean 0, standard deviation 1. */
  normal(): number;
  /** True with probability p. */
  bernoulli(p: number): boolean;
  /** A Poisson count; mean ≥ 0. */
  poisson(mean: number): number;
  /** A copy in random order; the argument is left alone. */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream named by `label`: the same whatever was drawn from this one before. */
  fork(label: string): Random;
}

/** Above this mean e^−mean nears underflow, so larger means are split; Poisson counts add up. */
const largestDirectPoissonMean = 30;

/**
 * A seeded source of chance: xoroshiro128+ (Blackman & Vigna 2018), whose 128 bits of state are the first of the
 * SHA-256 of the seed. Neighbouring seeds therefore give unrelated streams, and so do forks.
 *
 * Normal numbers by the polar method (Marsaglia & Bray 1964), Poisson counts by multiplication (Knuth, The Art of
 * Computer Programming 2, 3.4.1), shuffles by Fisher–Yates.
 *
 * @param seed - any number or text; 1 and '1' differ
 * @example
 * seededRandom(7).int(1000) === seededRandom(7).int(1000) // => true
 */
export const seededRandom = (seed: number | string): Random => makeRandom(`${typeof seed}:${seed}`);

const makeRandom = (path: string): Random => {
  const hash = createHash('sha256').update(path).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => hash.readInt32LE(offset)));
  let spareNormal: number | undefined;

  const next = () => uniformFloat64(generator);

  const int = (below: number) => {
    if (!Number.isSafeInteger(below) || below < 1) {
      throw new RangeError(`int needs an integer of at least 1 to stay below, got ${below}`);
    }
    return uniformInt(generator, 0, below - 1);
  };

  const normal = (): number => {
    if (spareNormal !== undefined) {
      const spare = spareNormal;
      spareNormal = undefined;
      return spare;
    }
    let x: number;
    let y: number;
    let squared: number;
    do {
      x = 2 * next() - 1;
      y = 2 * next() - 1;
      squared = x * x + y * y;
    } while (squared >= 1 || squared === 0);
    const scale = Math.sqrt((-2 * Math.log(squared)) / squared);
    spareNormal = y * scale;
    return x * scale;
  };

  const poisson = (mean: number): number => {
    if (mean > largestDirectPoissonMean) return poisson(mean / 2) + poisson(mean / 2);
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count += 1;
    return count;
  };

  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = int(last + 1);
      const kept = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = kept;
    }
    return shuffled;
  };

  return {
    next,
    int,
    normal,
    bernoulli: (p) => next() < p,
    poisson,
    shuffle,
    fork: (label) => makeRandom(`${path}/${label.length}:${label}`),
  };
};
