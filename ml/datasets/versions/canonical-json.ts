/**
 * JSON of a value with the keys of every object sorted, so that equal values give equal texts.
 *
 * @param value - of JSON: no undefined, no NaN, no infinity; −0 is written as 0
 * @example
 * canonicalJson({ b: [1, { d: null, c: 'x' }], a: -0 }) // => '{"a":0,"b":[1,{"c":"x","d":null}]}'
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
