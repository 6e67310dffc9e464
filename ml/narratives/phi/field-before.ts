import { type FieldKind, fieldKinds } from './field-kinds.ts';
import { kindAt, unitKind } from './unit-kinds.ts';

export interface Field {
  readonly kind: FieldKind;
  /** In lower case, with spaces between words. */
  readonly name: string;
}

const mostUnits = 44;
/** Of a field's name. */
const mostLetters = 43;
const mostWords = 5;
const trailing = /["'*_)\]\s]/;
/** "(printed)", "(years)". */
const aside = /\([^()]{0,20}$/;
const words = /[\p{L}\p{M}№n°#][\p{L}\p{M}\d _.'’´"/#&№°º+-]{0,42}$/u;

const wordLetters = unitKind.letter | unitKind.mark;

const isIn = (units: string, text: string, position: number) => units.includes(text[position] ?? ' ');

/** Where what may name a field begins before its end: `end` where nothing does, -1 where a pattern has to tell. */
const wordsStart = (text: string, least: number, end: number): number => {
  let start = end;
  for (let at = end - 1; at >= Math.max(least, end - mostLetters); at -= 1) {
    const kind = kindAt(text, at);
    if ((kind & unitKind.half) !== 0) return -1;
    const isWord = (kind & wordLetters) !== 0;
    if (!isWord && !isIn('0123456789 _.\'’´"/#&№°º+-', text, at)) break;
    if (isWord || isIn('№°#', text, at)) start = at;
  }
  return start;
};

const unclean = /_|\s\s|\p{L}-\p{L}|\p{Ll}\p{Lu}/u;

const plainField = (raw: string) =>
  (unclean.test(raw)
    ? raw.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    : raw
  )
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
const fieldOf = (phrase: string): Field | undefined => {
  const spaces: number[] = [-1];
  for (let at = phrase.indexOf(' '); at >= 0; at = phrase.indexOf(' ', at + 1)) spaces.push(at);
  for (let from = Math.max(0, spaces.length - mostWords); from < spaces.length; from += 1) {
    const name = phrase.slice(spaces[from]! + 1);
    const kind = fieldKinds.get(name);
    if (kind === undefined) continue;
    const before = from === 0 ? '' : phrase.slice(spaces[from - 1]! + 1, spaces[from]);
    return kind === 'name' && thing.has(before) ? undefined : { kind, name };
  }
  return undefined;
};

/** Where the last word of a phrase as it stands begins: behind what `plainField` makes a space. */
const lastWordStart = (text: string, start: number, end: number): number => {
  for (let at = end - 1; at > start; at -= 1) {
    if (isIn(' _', text, at)) return at + 1;
    const [before, after] = [kindAt(text, at - 1), kindAt(text, at + 1)];
    if (text[at] === '-' && at + 1 < end && (before & after & unitKind.letter) !== 0) return at + 1;
    if ((before & unitKind.small) !== 0 && (kindAt(text, at) & unitKind.capital) !== 0) return at;
  }
  return start;
};

/** Whether the last word is that of a field at all: most are not, and are passed over. */
const mayBeField = (text: string, start: number, end: number): boolean => {
  let last = end;
  while (last > start && isIn(' _.#№°-', text, last - 1)) last -= 1;
  const word = text.slice(lastWordStart(text, start, last), last);
  lastWords ??= new Set([...fieldKinds.keys()].map(lastWord));
  return lastWords.has(word.toLowerCase());
};

const fieldAtEnd = (text: string, least: number, end: number): Field | undefined => {
  let start = wordsStart(text, least, end);
  if (start < 0) start = least + (words.exec(text.slice(least, end))?.index ?? end - least);
  if (start === end) return undefined;
  const raw = text.slice(start, end);
  if (mayBeField(text, start, end)) {
    const plain = plainField(raw);
    // "ref. no" is "ref no".
    return fieldOf(plain) ?? (plain.includes('. ') ? fieldOf(plain.replaceAll('. ', ' ')) : undefined);
  }
  // "PhilHealth", which is two words as a key of JSON would be.
  return fieldOf(lastWord(raw).toLowerCase());
};

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
  if (text[end] !== ')') return fieldAtEnd(text, start, last);
  const near = text.slice(start, last).replace(aside, '').trimEnd();
  return fieldAtEnd(near, 0, near.length);
};
