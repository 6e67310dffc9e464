const surrogate = /[\ud800-\udfff]/;

/**
 * Length of a text in Unicode code points: an emoji beyond the basic plane counts once, where `length` counts twice.
 *
 * O(n). Lone surrogates count once each.
 *
 * @example
 * codePointCount('naïve 😀') // => 7
 */
export const codePointCount = (text: string): number => {
  if (!surrogate.test(text)) return text.length;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.codePointAt(i)! > 0xffff) i += 1;
    count += 1;
  }
  return count;
};
