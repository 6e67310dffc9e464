import { logGamma } from './log-gamma.ts';

const mostTerms = 10_000;
const precision = 1e-16;
/** In place of a zero denominator of the continued fraction. */
const tiny = 1e-300;

/** Continued fraction of the incomplete beta function. Lentz 1976. */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return h;
};

/**
 * Regularised incomplete beta function I(x; a, b): the share of a beta distribution below x. The two-sided p-value of
 * a t of ν degrees of freedom is I(ν / (ν + t²); ν / 2, ½). Abramowitz & Stegun 1964, 26.5.
 *
 * @param x - 0 … 1
 * @returns 0 … 1
 * @example
 * betaShare(0.3, 1, 1) // => 0.3
 * betaShare(0.5, 2, 2) // => 0.5
 */
export const betaShare = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges fast below the mean of the distribution.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
};
