import { type NameCue, nameCues, namesByCapital } from './name-cues.ts';
import { type Token, tokenFrom } from './read-token.ts';
import { remember } from './remember.ts';

/** A cue in a text: `start` ≤ i < `end`. */
export interface FoundCue {
  readonly cue: NameCue;
  readonly phrase: string;
  /** As it stands in the text. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const mostWords = 5;

const lastWord = (phrase: string) => phrase.slice(phrase.lastIndexOf(' ') + 1);
const plainWords = /^[\p{L}\p{M} ]+$/u;

/**
 * How many words at most stand in the phrases that end with each word, by which most words of a text are passed over.
 * A phrase with full stops or hyphens may be parted otherwise in a text, and so counts as the longest.
 */
const mostWordsBefore = (): ReadonlyMap<string, number> => {
  const most = new Map<string, number>();
  const phrases = [...nameCues.keys(), ...namesByCapital].map((key) => key.toLowerCase());
  for (const phrase of phrases) {
    const last = lastWord(phrase);
    const words = plainWords.test(phrase) ? phrase.split(' ').length : mostWords;
    most.set(last, Math.max(most.get(last) ?? 0, words));
  }
  // "sister-in-law" may be met by its "law" alone.
  for (const phrase of phrases) {
    if (plainWords.test(phrase)) continue;
    for (const part of phrase.match(/[\p{L}\p{M}]+/gu) ?? []) {
      if (most.has(part)) most.set(part, mostWords);
    }
  }
  return most;
};
let lastWords: ReadonlyMap<string, number> | undefined;

/** Of a word as it stands: how many words at most a phrase has that ends with it; 0 where none does. */
const wordsEndingWith = remember((raw) => {
  lastWords ??= mostWordsBefore();
  const word = raw.toLowerCase();
  const hyphen = word.lastIndexOf('-');
  const stem = hyphen >= 0 || word.endsWith("'s") ? word.slice(hyphen + 1).replace(/'s$/, '') : word;
  return Math.max(lastWords.get(word) ?? 0, lastWords.get(stem) ?? 0);
});

/** Participles that lead to a maker or a cause as often as to a person. */
const impersonal =
  /^(?:caused|followed|affected|characteri[sz]ed|described|developed|published|made|manufactured|owned|proposed|validated|sponsored|funded|supported|produced|endorsed|defined|measured|limited|increased|decreased|reduced|improved|driven|replaced|multiplied|divided|powered|run|provided|issued|triggered|induced|estimated|calculated|computed|marketed|distributed|sold|released|designed|invented|introduced|recommended|approved|confirmed|complicated|preceded|accompanied|explained|raised|lowered|fell|risen)$/i;
const participle = /(?:ed|en|wn|ad|un|ld|ought|aught|elt|ent|et|ade|one|rung|met)$/i;

/** What somebody does, as a noun: "review by". */
const act =
  /^(?:review|note|entry|call|visit|letter|report|message|assessment|plan|care|consult|consultation|exam|examination|dictation|photo|handover|referral|order|prescription|translation|entries|summary|comment|addendum)$/i;

const isByPerson = (text: string, before: Token | undefined, by: Token) => {
  if (before === undefined || by.start - before.end !== 1) return false;
  const word = text.slice(before.start, before.end);
  return (participle.test(word) || act.test(word)) && !impersonal.test(word);
};

const plainPhrase = (raw: string) => (/\s\s|[\n\t]/.test(raw) ? raw.replace(/\s+/g, ' ') : raw).toLowerCase();

const cueOf = remember((raw) => {
  const phrase = plainPhrase(raw);
  const cue =
    nameCues.get(phrase) ?? (phrase.includes('-') ? nameCues.get(phrase.replaceAll('-', ' ')) : undefined);
  const ownCue = cue !== 'title' && namesByCapital.has(raw) ? 'honorific' : cue;
  return ownCue === undefined ? undefined : { cue: ownCue, phrase };
});

/** What stands between the words of phrases: of those listed, or a space of any kind. */
let between: ReadonlySet<string> | undefined;
const phraseUnits = (): ReadonlySet<string> => {
  const listed = [...nameCues.keys(), ...namesByCapital].join('').replace(/[\p{L}\p{M}]/gu, '');
  return new Set([...listed, ' ', '-']);
};

/** Whether one phrase may go over from a word to the next. */
const isJoined = (text: string, from: number, to: number): boolean => {
  between ??= phraseUnits();
  for (let at = from; at < to; at += 1) {
    if (!between.has(text[at]!) && !/\s/.test(text[at]!)) return false;
  }
  return true;
};

const isMilliseconds = (text: string, raw: string, start: number) =>
  raw === 'ms' && /\d ?$/.test(text.slice(Math.max(0, start - 2), start));

/** The longest phrase, of so many words, that ends with a word, or with what owns a thing: "the patient's". */
const phraseAt = (text: string, tokens: readonly Token[], words: number): FoundCue | undefined => {
  const last = tokens.at(-1)!;
  const isOwner = text[last.end - 2] === "'" && /s/i.test(text[last.end - 1]!);
  for (let end = last.end; end >= last.end - (isOwner ? 2 : 0); end -= 2) {
    for (let from = Math.max(0, tokens.length - words); from < tokens.length; from += 1) {
      const { start } = tokens[from]!;
      if (end - start > 60) continue;
      const raw = text.slice(start, end);
      const known = cueOf(raw);
      // 41 ms is no lady.
      if (known !== undefined && !isMilliseconds(text, raw, start)) return { ...known, raw, start, end };
    }
  }
  return undefined;
};

/**
 * What leads to names in a text, in order: titles, relations, professions, greetings and so on. O(n).
 *
 * @example
 * readCues('my wife slept').map(({ phrase }) => phrase) // => ['wife']
 */
export const readCues = (text: string): readonly FoundCue[] => {
  const found: FoundCue[] = [];
  const recent: Token[] = [];
  /** Words up to the one at hand that one phrase may go over. */
  let joined = 0;
  for (let own = tokenFrom(text, 0); own !== undefined; own = tokenFrom(text, own.end)) {
    const before = recent.at(-1);
    recent.push(own);
    if (recent.length > mostWords) recent.shift();
    joined = before !== undefined && isJoined(text, before.end, own.start) ? joined + 1 : 1;
    const raw = text.slice(own.start, own.end);
    if (raw.length === 2 && raw.toLowerCase() === 'by' && isByPerson(text, before, own)) {
      found.push({ cue: 'verb', phrase: 'by', raw, ...own });
    }
    const words = Math.min(wordsEndingWith(raw), joined);
    if (words === 0) continue;
    const phrase = phraseAt(text, recent, words);
    if (phrase !== undefined) found.push(phrase);
  }
  return found;
};
