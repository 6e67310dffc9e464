import type { Letter } from './pattern-automaton.ts';

const literal = /^(?:[^\\[.]|\\[^\w])$/u;

/** Forms under which a character is looked for: its own, or that of either case where case counts for nothing. */
const formsOf = (character: string, isCaseless: boolean): readonly string[] =>
  isCaseless ? [`${character.toLowerCase()} i`, `${character.toUpperCase()} i`] : [character];

/**
 * Tells which letters a character is: those that are characters themselves by their forms, so that only classes need
 * their patterns. A few characters that only resemble one pass, too: what begins a match here is looked at again.
 */
const letterTests = (letters: readonly Letter[]) => {
  const literals = new Map<string, number[]>();
  const patterns: { readonly letter: number; readonly pattern: RegExp; readonly isOfPairs: boolean }[] = [];
  for (const [letter, { source, flags }] of letters.entries()) {
    if (literal.test(source)) {
      for (const form of formsOf(source.replace('\\', ''), flags.includes('i'))) {
        literals.set(form, [...(literals.get(form) ?? []), letter]);
      }
    } else {
      const pattern = new RegExp(`^(?:${source})$`, flags);
      patterns.push({ letter, pattern, isOfPairs: flags.includes('u') });
    }
  }
  return (character: string): readonly number[] => {
    const forms = [...formsOf(character, false), ...formsOf(character, true)];
    const own = new Set(forms.flatMap((form) => literals.get(form) ?? []));
    for (const { letter, pattern, isOfPairs } of patterns) {
      // To a pattern without flag u each half of a pair is a character.
      if (pattern.test(isOfPairs ? character : character[0]!)) own.add(letter);
    }
    return [...own].sort((a, b) => a - b);
  };
};

const unknown = 0xffff;
/** Characters outside the basic plane whose classes are kept. */
const mostPairs = 5000;

export interface LetterClasses {
  /** Of each class: the letters that its characters are. */
  readonly lettersOf: readonly (readonly number[])[];
  /** The class of a text's beginning, before which nothing stands. */
  readonly none: number;
  /** The class of the second half of a pair. */
  readonly tail: number;
  /** The class of the character that begins at each position of a text, shape [text.length]. */
  readonly classesOf: (text: string) => Uint16Array;
}

/**
 * Puts characters into classes: those of one class are the same letters of an automaton. Classes are found as their
 * characters are met, and kept in a table of all units.
 */
export const letterClasses = (letters: readonly Letter[]): LetterClasses => {
  const lettersOfCharacter = letterTests(letters);
  const ofTail = lettersOfCharacter('\udc00').filter((letter) => !letters[letter]!.flags.includes('u'));
  const [none, tail] = [0, 1];
  const lettersOf: (readonly number[])[] = [[], ofTail];
  const known = new Map<string, number>();
  const ofUnit = new Uint16Array(0x1_0000).fill(unknown);
  const ofPair = new Map<string, number>();

  const learn = (character: string): number => {
    const accepting = lettersOfCharacter(character);
    const key = accepting.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, lettersOf.length);
    return lettersOf.push(accepting) - 1;
  };

  const classOfPair = (pair: string): number => {
    const before = ofPair.get(pair);
    if (before !== undefined) return before;
    if (ofPair.size === mostPairs) ofPair.clear();
    const found = learn(pair);
    ofPair.set(pair, found);
    return found;
  };

  const classAt = (text: string, position: number): number => {
    const unit = text.charCodeAt(position);
    if ((unit & 0xf800) !== 0xd800) {
      ofUnit[unit] = learn(text[position]!);
      return ofUnit[unit]!;
    }
    const character = String.fromCodePoint(text.codePointAt(position)!);
    const isTail = (unit & 0xfc00) === 0xdc00 && (text.charCodeAt(position - 1) & 0xfc00) === 0xd800;
    return isTail ? tail : classOfPair(character);
  };

  const classesOf = (text: string): Uint16Array => {
    const own = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const known = ofUnit[text.charCodeAt(at)]!;
      own[at] = known === unknown ? classAt(text, at) : known;
    }
    return own;
  };
  return { lettersOf, none, tail, classesOf };
};
