import { fieldKinds } from './field-kinds.ts';
import { isCommonWord } from './is-common-word.ts';
import { isGivenName } from './is-given-name.ts';
import { capital, caseless, isNameWord, type NameOptions } from './is-name-word.ts';
import { nameCues, namesByCapital } from './name-cues.ts';
import { wordNames } from './word-names.ts';

const word = /(?:\p{L}\p{M}{0,3}){1,40}(?:['`-](?:\p{L}\p{M}{0,3}){1,40}){0,4}/uy;
const initial = /\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}/uy;
const smallInitial = /\p{L}\.(?: ?\p{L}\.){0,2}(?= ?\p{L}{2})/uy;
const particles = new Set(
  "van't op't in't de da do dos das di del della dei degli des du d' la le el los las y e i van von vom der den ter ten te zu zum zur af av bin bint binti ibn ben bat abu umm abd al ap ab mac mc st. san santa saint são ng ul ur o' o ua ní nic uí mhic oğlu kızı vander op het 't ten tot".split(
    ' ',
  ),
);
const saint = /St\. (?=\p{Lu})/uy;
const generation = /(?:,? (?:Jr|Sr|JR|SR|II|III|IV|Jnr|Snr)(?!\p{L})\.?)/uy;
const mostWords = 6;

const at = (pattern: RegExp, text: string, position: number) => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

/** A word of letters; looks at the first unit, as a pattern costs more. */
const wordAt = (text: string, position: number) => {
  const unit = text.charCodeAt(position) | 0x20;
  return unit >= 0x61 && (unit <= 0x7a || unit > 0x7f) ? at(word, text, position) : undefined;
};

/** Whether a full stop stands where that of an initial would. */
const hasInitial = (text: string, position: number) =>
  text[position + 1] === '.' || text[position + 2] === '.';

const isParticle = (candidate: string) => particles.has(candidate.toLowerCase());

const skipParticles = (text: string, position: number): number => {
  let next = position + (text.startsWith('St. ', position) ? (at(saint, text, position)?.length ?? 0) : 0);
  for (let taken = 0; taken < 3; taken += 1) {
    const particle = wordAt(text, next);
    if (particle === undefined || !isParticle(particle)) return next;
    const after = next + particle.length;
    if (/['`-]/.test(text[after] ?? '') && /\p{L}/u.test(text[after + 1] ?? '')) next = after + 1;
    else if (text[after] === ' ') next = after + 1;
    else return next;
  }
  return next;
};

/** A title is no name, but leads to one. */
const isTitle = (candidate: string) =>
  (nameCues.get(candidate.toLowerCase()) === 'title' || namesByCapital.has(candidate)) &&
  !isGivenName(candidate);

const beforeName = /,? \p{Lu}\p{L}{1,40}/uy;

/** A key of the next field: "Ada Nachname: Lovelace". */
const key = /\s?[:=]/y;

const isPart = (text: string, start: number, { candidate, count }: { candidate: string; count: number }) => {
  const end = start + candidate.length;
  const unit = text.charCodeAt(end);
  if ((unit >= 0x30 && unit <= 0x39) || (count === 0 && isTitle(candidate))) return false;
  if (count === 0) return true;
  const plain = candidate.toLowerCase();
  const kind = fieldKinds.get(plain);
  if (at(key, text, end) === undefined) return kind !== 'name';
  return kind === undefined && !caseless.test(candidate) && (wordNames.has(plain) || !isCommonWord(plain));
};

/** One letter or more with full stops, or a word, where it goes on with a name. */
const readPart = (
  text: string,
  start: number,
  { options, count }: { options: NameOptions; count: number },
) => {
  const isLowerTaken = (options.lowerCase ?? 'none') !== 'none';
  if (hasInitial(text, start)) {
    const letters =
      at(initial, text, start) ?? (isLowerTaken && count === 0 ? at(smallInitial, text, start) : undefined);
    if (letters !== undefined) return letters;
  }
  const candidate = wordAt(text, start);
  if (candidate === undefined || !isPart(text, start, { candidate, count })) return undefined;
  const ahead = () => at(beforeName, text, start + candidate.length);
  return isNameWord(candidate, options, { count, ahead }) ? candidate : undefined;
};

/** The next part of a name, behind its particles; "Ng" and "Le" are names by themselves. */
const nextPart = (
  text: string,
  next: number,
  { options, count }: { options: NameOptions; count: number },
) => {
  const start = skipParticles(text, next);
  if (start === next) return { part: readPart(text, next, { options, count }), start };
  // "Nom de la mesure": behind a particle only what has a capital is a name.
  const part = readPart(text, start, { options: { ...options, lowerCase: 'none' }, count });
  if (part !== undefined || !capital.test(text.slice(next, next + 2))) return { part, start };
  return { part: readPart(text, next, { options, count }), start: next };
};

const isOwner = (part: string) => part.endsWith("'s") || part.endsWith("'S");

/** Where the next word of a name would begin. */
const nextStart = (text: string, end: number, isCommaTaken: boolean): number | undefined => {
  if (text[end] === ' ' || text[end] === '-') return end + 1;
  return isCommaTaken && text.startsWith(', ', end) ? end + 2 : undefined;
};

/** What may follow a part: no words without a capital behind one that has it, all but common ones behind "j.". */
const optionsAfter = (part: string, options: NameOptions): NameOptions => {
  if (capital.test(part) && !part.endsWith('.')) return { ...options, lowerCase: 'none' };
  return part.endsWith('.') && (options.lowerCase ?? 'none') !== 'none'
    ? { ...options, lowerCase: 'unusual' }
    : options;
};

/** Whether a comma at the end of so many words leads from the family name to the given name. */
const isFamilyFirst = (
  text: string,
  end: number,
  { options, words }: { options: NameOptions; words: number },
) =>
  options.isCommaTaken === true &&
  (words === 1 || (words <= 3 && isGivenName(at(word, text, end + 2)?.toLowerCase() ?? '')));

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
export const readName = (text: string, position: number, given: NameOptions = {}): number => {
  let end = position;
  let next: number | undefined = position;
  let options = given;
  let wasCaseless = false;
  let words = 0;
  for (let count = 0; count < mostWords && next !== undefined; count += 1) {
    const { part, start } = nextPart(text, next, { options, count: words });
    if (part === undefined) break;
    // A name keeps to its script: what follows 李娜 in Latin letters is the sentence.
    const isCaseless = caseless.test(part);
    if (count > 0 && isCaseless !== wasCaseless) break;
    wasCaseless = isCaseless;
    if (!part.endsWith('.')) words += 1;
    end = start + part.length - (isOwner(part) ? 2 : 0);
    if (end < start + part.length) break;
    if (text[end] === ',' || text[end] === ' ') end += at(generation, text, end)?.length ?? 0;
    options = optionsAfter(part, options);
    next = nextStart(text, end, isFamilyFirst(text, end, { options, words }));
  }
  return end;
};
