import { type FieldKind, fieldKinds } from './field-kinds.ts';
import { remember } from './remember.ts';

export interface Field {
  readonly kind: FieldKind;
  /** In lower case, with spaces between words. */
  readonly name: string;
}

const mostUnits = 44;
const mostWords = 5;
const trailing = /["'*_)\]\s]/;
/** "(printed)", "(years)". */
const aside = /\([^()]{0,20}$/;
const words = /[\p{L}\p{M}№n°#][\p{L}\p{M}\d _.'’´"/#&№°º+-]{0,42}$/u;

const plainField = (raw: string) =>
  raw
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/[ .#№°-]+$/u, '')
    .trim()
    .toLowerCase();

/** Words that make a name one of a thing: "sensor name". */
const thing = new Set(
  'sensor device drug brand trade generic file column study test app product event type class variable field metric table model meter watch pump medication medicine condition disease syndrome food meal exercise workout activity network domain host package module function method unit key tag plan programme program protocol procedure report dataset data feature group code category parameter analyte component question score scale'.split(
    ' ',
  ),
);

const lastWord = (phrase: string) => phrase.slice(phrase.lastIndexOf(' ') + 1);
/** Last words of all fields, by which most of what stands before a value is passed over. */
let lastWords: ReadonlySet<string> | undefined;

/** The longest end of some words that names a field. */
const fieldOf = (parts: readonly string[]): Field | undefined => {
  for (let from = Math.max(0, parts.length - mostWords); from < parts.length; from += 1) {
    const name = parts.slice(from).join(' ');
    const kind = fieldKinds.get(name);
    if (kind === undefined) continue;
    return kind === 'name' && thing.has(parts[from - 1] ?? '') ? undefined : { kind, name };
  }
  return undefined;
};

const fieldAtEnd = remember((before): Field | undefined => {
  const raw = words.exec(before)?.[0];
  if (raw === undefined) return undefined;
  lastWords ??= new Set([...fieldKinds.keys()].map(lastWord));
  const plain = plainField(raw);
  if (lastWords.has(lastWord(plain))) return fieldOf(plain.split(' '));
  // "PhilHealth", which is two words as a key of JSON would be.
  return fieldOf([lastWord(raw).toLowerCase()]);
});

/**
 * The field that what stands before a value names: the longest end of it that is one.
 *
 * @example
 * fieldBefore('"patientId": 448812', 10) // => { kind: 'id', name: 'patient id' }
 * fieldBefore('Sensor name: Libre', 11) // => undefined
 */
export const fieldBefore = (text: string, end: number): Field | undefined => {
  const start = Math.max(0, end - mostUnits);
  let last = end;
  while (last > start && trailing.test(text[last - 1]!)) last -= 1;
  const near = text.slice(start, last);
  return fieldAtEnd(text[end] === ')' ? near.replace(aside, '').trimEnd() : near);
};
