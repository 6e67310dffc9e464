import { logGamma } from './log-gamma.ts';

const mostTerms = 10_000;
const precision = 1e-16;
/** In place of a zero denominator of the continued fraction. */
const tiny = 1e-300;

/** Lower share by its power series, for x < a + 1. */
const lowerShare = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms && term > sum * precision; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
};

/** Upper share by its continued fraction, for x ≥ a + 1. Lentz 1976. */
const upperFraction = (a: number, x: number): number => {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < mostTerms; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return h * Math.exp(-x + a * Math.log(x) - logGamma(a));
};

/**
 * Regularised upper incomplete gamma function Q(a, x): the share of a gamma distribution of shape a above x. The
 * p-value of a chi² of ν degrees of freedom is Q(ν / 2, chi² / 2). Abramowitz & Stegun 1964, 6.5 and 26.4.
 *
 * @param a - > 0
 * @param x - ≥ 0
 * @returns 0 … 1
 * @example
 * upperGammaShare(1, 2) // => Math.exp(-2)
 * upperGammaShare(3, 0) // => 1
 */
export const upperGammaShare = (a: number, x: number): number => {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerShare(a, x) : upperFraction(a, x);
};
