import { hasCapital, isCaseless, isNameWord, type LowerCase, type NameOptions } from './is-name-word.ts';
import { namesByCapital } from './name-cues.ts';
import { readGeneration } from './read-generation.ts';
import { readNickname } from './read-nickname.ts';
import { capitalisedAhead, wordEnd } from './read-word.ts';
import { kindAt, unitKind } from './unit-kinds.ts';
import { factsOf, wordFact } from './word-facts.ts';

const initial = /\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}/uy;
const smallInitial = /\p{L}\.(?: ?\p{L}\.){0,2}(?= ?\p{L}{2})/uy;
const saint = /St\. (?=\p{Lu})/uy;
const mostWords = 6;
/** Of a particle: "vander". */
const longestParticle = 6;

const [space, comma, hyphen, fullStop] = [0x20, 0x2c, 0x2d, 0x2e] as const;

/** How far a name has been read, and what may go on with it. */
interface Reading {
  readonly options: NameOptions;
  lowerCase: LowerCase;
  words: number;
  /** Where the next part begins, behind its particles, and where its word ends. */
  start: number;
  wordEnd: number;
  /** What is known of that word, where somebody has asked. */
  facts: number | undefined;
}

const at = (pattern: RegExp, text: string, position: number) => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

/** Whether a full stop stands where that of an initial would. */
const hasInitial = (text: string, position: number) =>
  text.charCodeAt(position + 1) === fullStop || text.charCodeAt(position + 2) === fullStop;

/** Goes to the word that begins at a place. */
const moveTo = (text: string, start: number, reading: Reading): void => {
  reading.start = start;
  reading.wordEnd = wordEnd(text, start);
  reading.facts = undefined;
};

const factsIn = (text: string, reading: Reading): number => {
  reading.facts ??= factsOf(text.slice(reading.start, reading.wordEnd).toLowerCase());
  return reading.facts;
};

const isParticle = (text: string, reading: Reading) =>
  reading.wordEnd > reading.start &&
  reading.wordEnd - reading.start <= longestParticle &&
  (factsIn(text, reading) & wordFact.particle) !== 0;

const isJoint = (unit: number) => unit === 0x27 || unit === 0x60 || unit === hyphen;

/** Goes to the next part of a name, behind its particles. */
const skipParticles = (text: string, position: number, reading: Reading): void => {
  const isSaint = text.startsWith('St. ', position);
  moveTo(text, position + (isSaint ? (at(saint, text, position)?.length ?? 0) : 0), reading);
  for (let taken = 0; taken < 3 && isParticle(text, reading); taken += 1) {
    const end = reading.wordEnd;
    const unit = text.charCodeAt(end);
    if (unit !== space && !(isJoint(unit) && /\p{L}/u.test(text[end + 1] ?? ''))) return;
    moveTo(text, end + 1, reading);
  }
};

/** A title is no name, but leads to one. */
const isTitle = (candidate: string, facts: number) =>
  ((facts & wordFact.title) !== 0 ||
    ((facts & wordFact.titleByCapital) !== 0 && namesByCapital.has(candidate))) &&
  (facts & wordFact.given) === 0;

/** A key of the next field: "Ada Nachname: Lovelace". */
const isKey = (text: string, end: number) => {
  const unit = text.charCodeAt(end);
  if (unit === 0x3a || unit === 0x3d) return true;
  const next = text.charCodeAt(end + 1);
  return (next === 0x3a || next === 0x3d) && /\s/.test(text[end]!);
};

const isPart = (text: string, candidate: string, reading: Reading) => {
  const end = reading.wordEnd;
  const unit = text.charCodeAt(end);
  if (unit >= 0x30 && unit <= 0x39) return false;
  const facts = factsIn(text, reading);
  if (reading.words === 0) return !isTitle(candidate, facts);
  if (!isKey(text, end)) return (facts & wordFact.nameField) === 0;
  return (
    (facts & wordFact.field) === 0 &&
    !isCaseless(candidate) &&
    ((facts & wordFact.wordName) !== 0 || (facts & wordFact.common) === 0)
  );
};

/** Whether a word can be no part of a name, as it has no capital where only those with one count. */
const isOutright = (text: string, start: number, end: number) => {
  if ((kindAt(text, start) & unitKind.small) === 0) return false;
  // al-Rashid, d'Angelo.
  for (let position = start + 1; position < end; position += 1) {
    if (isJoint(text.charCodeAt(position))) return false;
  }
  return true;
};

/** One letter or more with full stops, or a word, where it goes on with a name; empty where nothing does. */
const readPart = (text: string, reading: Reading): string => {
  const { options, lowerCase, words: count, start, wordEnd: end } = reading;
  if (hasInitial(text, start)) {
    const letters =
      at(initial, text, start) ??
      (lowerCase !== 'none' && count === 0 ? at(smallInitial, text, start) : undefined);
    if (letters !== undefined) return letters;
  }
  if (end === start || (lowerCase === 'none' && isOutright(text, start, end))) return '';
  const candidate = text.slice(start, end);
  if (!isPart(text, candidate, reading)) return '';
  const facts = factsIn(text, reading);
  const ahead = () => capitalisedAhead(text, end);
  return isNameWord(candidate, options, { facts, count, lowerCase, ahead }) ? candidate : '';
};

/** The next part of a name, behind its particles; "Ng" and "Le" are names by themselves. */
const readNext = (text: string, next: number, reading: Reading): string => {
  skipParticles(text, next, reading);
  if (reading.start === next) return readPart(text, reading);
  // "Nom de la mesure": behind a particle only what has a capital is a name, but for "mrs de souza".
  const isTitled = reading.options.isTitled === true && reading.lowerCase !== 'none';
  const part = readPart(text, { ...reading, lowerCase: isTitled ? 'unusual' : 'none' });
  if (part !== '' || !hasCapital(text.slice(next, next + 2))) return part;
  moveTo(text, next, reading);
  return readPart(text, reading);
};

const isOwner = (part: string) => part.endsWith("'s") || part.endsWith("'S");

/** What may follow a part: no words without a capital behind one that has it, all but common ones behind "j.". */
const lowerCaseAfter = (part: string, lowerCase: LowerCase): LowerCase => {
  if (lowerCase === 'none') return 'none';
  const isInitial = part.endsWith('.');
  if (hasCapital(part) && !isInitial) return 'none';
  return isInitial ? 'unusual' : lowerCase;
};

/** Whether a comma at the end of what was read leads from the family name to the given name. */
const isFamilyFirst = (text: string, end: number, { options, words }: Reading): boolean => {
  if (options.isCommaTaken !== true || !text.startsWith(', ', end)) return false;
  if (words === 1) return true;
  const given = text.slice(end + 2, wordEnd(text, end + 2)).toLowerCase();
  return words <= 3 && (factsOf(given) & wordFact.given) !== 0;
};

/** Where the next word of a name would begin; -1 where none can. */
const nextStart = (text: string, end: number, reading: Reading): number => {
  const unit = text.charCodeAt(end);
  if (unit === space || unit === hyphen) return end + 1;
  return unit === comma && isFamilyFirst(text, end, reading) ? end + 2 : -1;
};

/**
 * Reads a person's name: words with a capital (or of a script without them), initials, particles between them.
 *
 * @param position - where the name should begin
 * @returns where it ends; `position` where there is none
 * @example
 * readName('van der Berg slept', 0) // => 12
 * readName('Reports poor sleep', 0) // => 0
 * readName('okonkwo slept', 0, { lowerCase: 'unusual' }) // => 7
 */
export const readName = (text: string, position: number, options: NameOptions = {}): number => {
  const lowerCase = options.lowerCase ?? 'none';
  const place = { start: position, wordEnd: position, facts: undefined };
  const reading: Reading = { options, lowerCase, words: 0, ...place };
  let end = position;
  let next = position;
  let wasCaseless = false;
  for (let count = 0; count < mostWords && next >= 0; count += 1) {
    const part = readNext(text, next, reading);
    if (part === '') break;
    const { start } = reading;
    // A name keeps to its script: what follows 李娜 in Latin letters is the sentence.
    const isOfCaseless = isCaseless(part);
    if (count > 0 && isOfCaseless !== wasCaseless) break;
    wasCaseless = isOfCaseless;
    if (!part.endsWith('.')) reading.words += 1;
    end = start + part.length - (isOwner(part) ? 2 : 0);
    if (end < start + part.length) break;
    end = readGeneration(text, end);
    reading.lowerCase = lowerCaseAfter(part, reading.lowerCase);
    if (reading.words > 0) end = readNickname(text, end, options);
    next = nextStart(text, end, reading);
  }
  return end;
};
