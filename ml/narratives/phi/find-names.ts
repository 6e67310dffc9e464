import { findCuedNames } from './find-cued-names.ts';
import { findNamesBefore } from './find-names-before.ts';
import { findScriptNames } from './find-script-names.ts';
import type { NameOptions } from './is-name-word.ts';
import type { PhiFinder, PhiHit, PhiPage } from './phi-hit.ts';
import { readName } from './read-name.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly options?: NameOptions;
  /** Words that the name must at least have. @default 1 */
  readonly leastWords?: number;
}

const speaks = '(?:from|calling|speaking|writing|texting|here|again|checking|with)';

/** Signs of a name that are no words, or hang on what follows it. */
const signs: readonly Sign[] = [
  // M. Dupont, but not an initial: "J. M. Dupont" is read from its first letter.
  { pattern: /(?<![\p{L}.] ?)M\. (?=\p{Lu}\p{Ll})/gu },
  { pattern: /(?<!\p{L})(?:This is|this is|It's|it's) (?=\p{Lu}\p{Ll})/gu, leastWords: 2 },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(?:This is|this is|It's|it's|its) (?=\\p{L}[\\p{L}'-]{1,30},? ${speaks}(?!\\p{L}))`,
      'gu',
    ),
    options: { isUnusual: true, lowerCase: 'unusual' },
  },
  {
    pattern:
      /(?<!\p{L})(?:This is|this is|It's|it's|Its|its) (?=\p{Lu}[\p{L}'-]{1,30}(?:, (?:my|I|i|the|can|is|and)(?!\p{L})|[!.]|$))/gmu,
    options: { isUnusual: true },
  },
  // "Magda here.", "hi, shanelle here": where a line begins, or a sentence or a part of one.
  {
    pattern: /(?<![^ \n\r]|[^.!?,] |^ )(?=\p{L}[\p{L}'-]{1,30},? here(?:[,.!:]| again| from))/gmu,
    options: { isUnusual: true, lowerCase: 'unusual' },
  },
  {
    pattern:
      /(?<!\p{L})(?:I am|I'm|i'm|i am) (?=\p{Lu}\p{Ll})(?!\p{L}{2,20}(?:ish|ese|ian|ean|ican|ed|ing|ic|less|ful|py|ry|ly)(?!\p{L}))/gu,
    options: { isUnusual: true },
  },
  // HL7 parts a name by carets: "|OKEKE^CHIOMA".
  { pattern: /(?<=[|~])(?=\p{Lu}[\p{L}'-]{1,30}\^\p{Lu})/gu },
  { pattern: /(?<=[|~]\p{Lu}[\p{L}'-]{1,30}\^)(?=\p{Lu})/gu },
  // Signatures: "/s/ Ann Lee", "- Ann" on a line of its own.
  { pattern: /\/s\/ ?(?=\p{L})/gu, options: { lowerCase: 'unusual' } },
  {
    pattern: /(?:^|\n|[.!?] )\s?(?:--?|~) ?(?=\p{Lu}\p{Ll}{1,20}(?: \p{Lu}[\p{L}.]{0,20}){0,2}\s*(?:$|\n))/gu,
    options: { isUnusual: true },
  },
  {
    pattern: /(?<!\p{L})(?:c\/o|C\/O|f\/u with|a\.k\.a\.|d\/w|D\/W) (?=\p{Lu})/gu,
    options: { isUnusual: true },
  },
  { pattern: /(?<![\p{L}\p{N}.])@(?=\p{Lu}\p{Ll})/gu, options: { isUnusual: true } },
];

const namesAfter = (
  { text, matches }: PhiPage,
  { pattern, options, leastWords = 1 }: Sign,
): readonly PhiHit[] =>
  matches(pattern).flatMap((match) => {
    const start = match.index + match[0].length;
    const end = readName(text, start, options);
    if (end === start || text.slice(start, end).split(/[ -]/).length < leastWords) return [];
    return [{ kind: 'name', start, end }];
  });

/** Names where a title or another cue gives them. */
export const findNames: PhiFinder = {
  patterns: [
    ...signs.map(({ pattern }) => pattern),
    ...findScriptNames.patterns,
    ...findNamesBefore.patterns,
  ],
  find: (page) => [
    ...findCuedNames.find(page),
    ...signs.flatMap((sign) => namesAfter(page, sign)),
    ...findScriptNames.find(page),
    ...findNamesBefore.find(page),
  ],
};
