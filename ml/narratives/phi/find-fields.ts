import { fieldBefore } from './field-before.ts';
import type { FieldKind } from './field-kinds.ts';
import { isCommonWord } from './is-common-word.ts';
import { notNames } from './not-names.ts';
import { notPlaces } from './not-places.ts';
import { type PhiFinder, type PhiHit, unitAhead } from './phi-hit.ts';
import type { PhiKind } from './phi-kind.ts';
import { readId } from './read-id.ts';
import { readName } from './read-name.ts';
import { readPlate } from './read-plate.ts';

/** What parts a field from its value: colons, tabs, bars, tags; quotes and emphasis around both. */
const separator =
  /(?<=[^\s:=|;>])["'*_)\]]{0,3}\s?(?:::?|：|=>?|\||;|\t|>|-(?= ))\s{0,2}["'*_(«“<[]{0,3}(?=[^\s:=|;>])/gu;
const at = (pattern: RegExp, text: string, start: number) => {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
};

const ageValue = /(?:9\d|1[01]\d|12[0-5])(?![\w%.-]*\d)(?! ?(?:mg|%|bpm|days|weeks|months|mo\b|th))/y;
const phoneValue = /\(?\+?\d(?:[ ()./-]{0,2}\d){3,14}(?!\d)/y;
const degreesValue = /-?\d{1,3}\.\d{3,10}°?(?:\s?[NSEW])?(?:,\s?-?\d{1,3}\.\d{3,10}°?(?:\s?[NSEW])?)?/y;
const postcodeValue = /(?:[A-Z]{1,2}-)?(?=[A-Z\d -]{0,8}\d)[A-Z\d]{2,6}(?:[ -][A-Z\d]{2,4})?(?![\w.])/y;
const accountValue = /@?[A-Za-z][\w.@+-]{2,40}/y;
const townValue =
  /(?:\p{Lu}[\p{L}\p{M}.'-]{1,30}|\p{Lo}{2,12})(?:[ -](?:(?:upon|am|an der|of|on|sur|la|le|del|de|do|da) )?\p{Lu}[\p{L}\p{M}.'-]{1,30}){0,3}|\p{Ll}{3,20}(?=["|;,\n]|$)/uy;
const addressValue = /[^\n;|"{}<>\t]{3,120}/uy;
/** Where an address ends although the line goes on: a sentence, another field, what is no part of an address. */
const addressEnd =
  /(?:(?<=\p{L}{4})|(?<=\d[A-Za-z]?))\.(?= |$)|\s(?:-|and|who|was|is|has|with|phone|tel|reports|since|after|before|because|so|but|where)(?= )|[,.]? (?!(?:No|Nr|D|K|Kat|Daire|Apt|д|кв|н)[.:])(?=[\p{L}' ]{2,16}[:=])|,? no fixed|[,.]?$/iu;

const readAddress = (text: string, start: number) => {
  const line = at(addressValue, text, start);
  const value = line.slice(0, addressEnd.exec(line)?.index ?? line.length);
  const first = (/^[\p{L}'-]+/u.exec(value)?.[0] ?? '').toLowerCase();
  const isPlace = /\d/.test(value) || (/^[\p{Lu}\p{Lo}]/u.test(value) && !isCommonWord(first));
  return isPlace && !notNames.has(first) && !/^\d+ ?(?:mg|%)/.test(value) ? start + value.length : start;
};

const readTown = (text: string, start: number) => {
  const value = at(townValue, text, start);
  const plain = value.toLowerCase();
  const isTown = !notPlaces.has(plain) && !notNames.has(plain) && !isCommonWord(plain);
  return isTown ? start + value.length : start;
};

const holder = { isUnusual: true, lowerCase: 'unusual', isCommaTaken: true } as const;
const readHolder = (text: string, start: number) => readName(text, start, holder);

const readPhone = (text: string, start: number) => {
  const end = start + at(phoneValue, text, start).length;
  return unitAhead.test(text.slice(end, end + 24)) ? start : end;
};

const lengthOf = (pattern: RegExp) => (text: string, start: number) =>
  start + at(pattern, text, start).length;

const readers: Readonly<
  Record<FieldKind, readonly [PhiKind, (text: string, start: number, name: string) => number]>
> = {
  name: ['name', readHolder],
  id: ['id', readId],
  plate: ['id', readPlate],
  age: ['age', lengthOf(ageValue)],
  address: ['address', readAddress],
  town: ['address', readTown],
  postcode: ['address', lengthOf(postcodeValue)],
  degrees: ['address', lengthOf(degreesValue)],
  phone: ['phone', readPhone],
  account: ['url', lengthOf(accountValue)],
};

/** Values of fields that tell who somebody is, in forms, tables, JSON, XML and query strings: "Surname: ", "mrn=". */
export const findFields: PhiFinder = {
  patterns: [],
  find: ({ text }) => {
    const hits: PhiHit[] = [];
    for (const match of text.matchAll(separator)) {
      const found = fieldBefore(text, match.index);
      if (found === undefined) continue;
      const start = match.index + match[0].length;
      const [kind, read] = readers[found.kind];
      const end = read(text, start, found.name);
      if (end > start) hits.push({ kind, start, end });
    }
    return hits;
  },
};
