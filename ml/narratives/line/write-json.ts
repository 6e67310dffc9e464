/** A number that is written with a decimal point even where it is whole, so that its column is one of doubles. */
export class Decimal {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | Decimal
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * One JSON value on one line, its keys in the order given.
 *
 * Lone surrogates, which many readers refuse, become U+FFFD; U+0085, U+2028 and U+2029, at which some split lines,
 * and U+007F are escaped.
 *
 * @example
 * writeJson({ b: new Decimal(1), a: 'x\u2028y' }) // => '{"b":1.0,"a":"x\\u2028y"}'
 */
export const writeJson = (value: JsonValue): string => {
  if (value instanceof Decimal) return writeDecimal(value.value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  const entries = Object.entries(value).map(([key, entry]) => `${writeText(key)}:${writeJson(entry)}`);
  return `{${entries.join(',')}}`;
};

const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value);

const writeDecimal = (value: number) => {
  const text = JSON.stringify(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

const writeText = (text: string) =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
