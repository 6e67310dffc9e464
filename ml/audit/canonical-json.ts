/** Everything that JSON can say. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * The one text of a JSON value: names in order of their UTF-16 units, no white space, numbers and texts as ECMAScript
 * writes them, absent members left out. Equal values have equal texts, so that a hash over it is one of the value.
 *
 * RFC 8785 (JSON Canonicalization Scheme), where input that is no I-JSON is refused: here lone surrogates.
 *
 * @throws {RangeError} for a number that is not finite, and for a text with a lone surrogate
 * @example
 * canonicalJson({ b: [1, true, null], a: 'é' }) // => '{"a":"é","b":[1,true,null]}'
 * canonicalJson({ numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001] }) // => '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}'
 */
export const canonicalJson = (value: JsonValue): string => {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('A number that is not finite has no JSON text; leave it out or write it as text.');
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new RangeError('A text with half a surrogate pair has no UTF-8; make it well-formed first.');
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, member]) =>
      member === undefined ? [] : [`${canonicalJson(name)}:${canonicalJson(member)}`],
    );
  return `{${members.join(',')}}`;
};

const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value);
