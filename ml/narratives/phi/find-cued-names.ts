import { clinicalWords } from './clinical-words.ts';
import { fieldBefore } from './field-before.ts';
import { isCommonWord } from './is-common-word.ts';
import { isGivenName } from './is-given-name.ts';
import type { NameOptions } from './is-name-word.ts';
import type { NameCue } from './name-cues.ts';
import type { PhiFinder, PhiHit } from './phi-hit.ts';
import { type FoundCue, readCues } from './read-cues.ts';
import { readName } from './read-name.ts';
import { remember } from './remember.ts';

/** What may stand between a cue and the name. */
const gaps: Readonly<Record<NameCue, RegExp>> = {
  title:
    /\.? ?:? ?['ʻ!]?(?:(?:med|rer|nat|phil|dent|vet|habil|h\.c|mult|Dipl|Ing|iur|jur|techn|univ)\.?[ -]?){0,3}(?=\p{L})(?<=[^\p{L}])/uy,
  honorific: /\.?:? ?(?:\()?(?=\p{L})(?<=[^\p{L}])/uy,
  role: /(?:'s)?(?: (?:full |first |last |given |family )?name)?(?: (?:is|was|are|,))?(?: (?:called|named|known as|by the name of))?(?:\s?[:=,(-]{1,2}\s{0,2}| )["'(*_]{0,2}(?=[\p{L}])/uy,
  called: /(?:\s?[:=,-])?\s{0,2}(?<=\W)["'(*_]{0,2}(?=\p{L})/uy,
  self: /,? (?=\p{L})/uy,
  verb: /(?::\s{0,2}| )["'(@]{0,2}(?=\p{L})/uy,
  greeting: /(?:,? |,?\n)(?=\p{L})/uy,
  closing: /[,.!:;]{0,2}(?:\s{1,4}|(?<=[:/])) ?[-~*]{0,2}\s?(?=\p{L})/uy,
};

/** What words with no capital count for a name after a cue of each kind. */
const readings: Readonly<Record<NameCue, NameOptions>> = {
  title: { isTitled: true, lowerCase: 'unusual' },
  honorific: { isTitled: true, isUnusual: true, lowerCase: 'known', isCommaTaken: true },
  role: { isUnusual: true, lowerCase: 'known', isCommaTaken: true },
  called: { isUnusual: true, lowerCase: 'unusual' },
  self: { isUnusual: true, lowerCase: 'known' },
  verb: { isUnusual: true, lowerCase: 'known' },
  greeting: { isUnusual: true, lowerCase: 'known' },
  closing: { isUnusual: true, lowerCase: 'known' },
};

/** Titles that nothing but a name follows. */
const surest = /^(?:mr|mrs|mister|sra|señora|señor)$/;
/** Relations and greetings of English, where a word that English does not have is a name. */
const english =
  /^(?:wife|husband|spouse|partner|fianc.*|boyfriend|girlfriend|son|daughter|mother|father|mom|mum|dad|sister|brother|aunt.*|uncle|niece|nephew|cousin|grand.*|step.*|.*-in-law|friend|neighbou?r|roommate|flatmate|colleague|ex.*|twin|kid|bf|gf|bff|hubby|wifey|bro|sis|mate|buddy|bestie|boss|nan|gran|granny|hi|hello|hey|dear|nurse|pt|patient)$/;
/** Titles of languages that write names with a capital even in haste. */
const capitalised =
  /^(?:frau|fräulein|herrn?|fru|monsieur|madame|mademoiselle|mme|mlle|docteure?|doktor|dottore|dottoressa|dottor|signora?|heer|de heer|meneer|mevrouw|dhr|mevr|pani?|overlege|mag|profesora?|docent|major|colonel|barrister)$/;
const nameless =
  /(?:my|his|her|their|first|last|full|given|family|preferred|middle|maiden|sur|fore|nick)[ ]?name/;
/** Words too common by themselves to lead to a name that nothing else tells. */
const faint =
  /^(?:name|hier ist|to|from|via|re|ref|with|per|met|text|page|report|message|name of|regarding|concerning|ring|via|morning|evening|best|love|yo|ta|user|subject|student|runner|ward|manager|driver|author|editor|observer|candidate|walker|anna|mag|me|gran|nan|ex|chemist|navigator|record of|log of|it's|its|it is|this is|im|met|ben|saya|ako si|far|make|man|mama|adı|это|я|bin|sou)$/;

/** Those that a capital in the middle of a sentence makes sure, though the word be English: "my daughter Hyacinth". */
const relation =
  /^(?:wife|husband|spouse|fianc.*|boyfriend|girlfriend|son|daughter|mother|mom|mum|dad|sister|brother|aunt.*|uncle|niece|nephew|cousin|grand.*|step.*|.*-in-law|roommate|flatmate|nurse)$/;

const isForeignOrShouted = remember(
  (raw) => (raw.length > 1 && raw === raw.toUpperCase()) || !/^[a-z]/.test(raw.toLowerCase()),
);
const isEnglish = remember((phrase) => english.test(phrase));
const isRelation = remember((raw) => relation.test(raw));
const isFaintPhrase = remember((phrase) => faint.test(phrase));

const optionsOf = ({ cue, phrase, raw, end }: FoundCue, text: string, first: string): NameOptions => {
  const options = readings[cue];
  // "MR angiography", "Врач рекомендовал".
  if (isForeignOrShouted(raw)) return { ...options, lowerCase: 'none' };
  if (cue === 'title' && capitalised.test(phrase) && raw !== phrase)
    return { ...options, lowerCase: 'known' };
  if (cue === 'title' && surest.test(phrase)) return { ...options, lowerCase: 'sure' };
  if (cue === 'called' && nameless.test(phrase))
    return { ...options, lowerCase: 'sure', isCommaTaken: true, isUnusual: isClinical(first) };
  if (isRelation(raw) && text[end] === ' ' && /^\p{Lu}\p{Ll}/u.test(first))
    return { ...options, isUnusual: isClinical(first) };
  if ((cue === 'role' || cue === 'greeting') && isEnglish(phrase))
    return { ...options, lowerCase: 'unusual' };
  return options;
};

const isClinical = (word: string) => clinicalWords.has(word.toLowerCase());

const isPlural = /(?:rs|s|children|kids|twins|cc|messrs|mm)$/i;
const joint = /(?:,| and| &| und| et| y| e| i| og| och| en| и) (?=\p{Lu})/uy;

/** A name that "and" or a comma joins to one that was read. */
const joinedName = (text: string, end: number, { phrase }: FoundCue): PhiHit | undefined => {
  joint.lastIndex = end;
  const start = end + (joint.exec(text)?.[0].length ?? 0);
  if (start === end) return undefined;
  const isKnown = isGivenName(/^\p{L}+/u.exec(text.slice(start, start + 40))?.[0] ?? '');
  if (!isKnown && !(isPlural.test(phrase) && text[end] === ' ') && phrase !== 'cc') return undefined;
  const joinedEnd = readName(text, start, { isUnusual: true });
  return joinedEnd > start ? { kind: 'name', start, end: joinedEnd } : undefined;
};

/** Two words with capitals, neither of them of English: enough behind a faint cue. */
const unusualPair = (text: string, start: number) => {
  const ahead = text.slice(start, start + 72);
  const pair = /^(\p{Lu}\p{Ll}[\p{L}\p{M}'-]*) (\p{Lu}[\p{L}\p{M}'-]{2,30})(?!\p{L})/u.exec(ahead);
  return pair !== null && !isCommonWord(pair[1]!.toLowerCase()) && !isCommonWord(pair[2]!.toLowerCase());
};

const isFaint = ({ cue, phrase }: FoundCue, gap: string) =>
  cue !== 'title' && isFaintPhrase(phrase) && !/[:=]/.test(gap) && !(cue === 'closing' && /[,\n]/.test(gap));

/** "Brand Name Lantus", "sensor name". */
const isAfterThing = (text: string, { phrase, end }: FoundCue) =>
  phrase === 'name' && fieldBefore(text, end) === undefined;

/** "According to ADA guidelines": letters that stand for an institution. */
const acronym = /^\p{Lu}{2,4}(?![\p{L}'-]|,? \p{Lu})/u;

const firstWord = /^[\p{L}\p{M}'-]+/u;

const nameAfter = (text: string, found: FoundCue): readonly PhiHit[] => {
  const gap = gaps[found.cue];
  gap.lastIndex = found.end;
  if (!gap.test(text)) return [];
  const start = gap.lastIndex;
  if (isAfterThing(text, found)) return [];
  const first = firstWord.exec(text.slice(start, start + 40))?.[0] ?? '';
  if (isFaint(found, text.slice(found.end, start)) && !isGivenName(first) && !unusualPair(text, start))
    return [];
  if (found.cue === 'verb' && found.raw === found.phrase && acronym.test(text.slice(start, start + 72)))
    return [];
  // Scripts without capitals have cues of their own.
  if (/^\p{Lo}/u.test(first)) return [];
  const end = readName(text, start, optionsOf(found, text, first));
  if (end === start) return [];
  const joined = joinedName(text, end, found);
  return [{ kind: 'name', start, end }, ...(joined === undefined ? [] : [joined])];
};

/** Names that a title, a relation, a profession, a verb or a greeting leads to. */
export const findCuedNames: PhiFinder = {
  patterns: [],
  find: ({ text }) => {
    let read = 0;
    return readCues(text).flatMap((found) => {
      // A cue inside a name that was read already would have it read again.
      if (found.start < read) return [];
      const hits = nameAfter(text, found);
      read = hits.at(-1)?.end ?? read;
      return hits;
    });
  },
};
