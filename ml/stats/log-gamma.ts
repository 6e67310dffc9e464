const lanczosShift = 7;
const lanczosTerms = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function. Lanczos 1964 with g = 7 and nine terms (Godfrey's), some 15 digits.
 *
 * @param x - > 0
 * @example
 * logGamma(5) // => Math.log(24)
 * logGamma(0.5) // => Math.log(Math.PI) / 2
 */
export const logGamma = (x: number): number => {
  // Reflection, since the series is for x ≥ ½.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  let sum = lanczosTerms[0]!;
  for (let term = 1; term < lanczosTerms.length; term += 1) sum += lanczosTerms[term]! / (shifted + term);
  const t = shifted + lanczosShift + 0.5;
  return Math.log(2 * Math.PI) / 2 + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
};
