import { clinicalWords } from './clinical-words.ts';
import { commonWords } from './common-words.ts';
import { foreignWords } from './foreign-words.ts';
import { remember } from './remember.ts';

let everyday: ReadonlySet<string> | undefined;

/** What an ending may have been put to, three letters at least. */
const stemsOf = (word: string): readonly string[] => {
  const stems: string[] = [];
  if (word.endsWith('ies') || word.endsWith('ied')) stems.push(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) stems.push(word.slice(0, -2));
  if (/[^s]s$/.test(word)) stems.push(word.slice(0, -1));
  if (word.endsWith('ly')) stems.push(word.slice(0, -2));
  for (const ending of ['ed', 'ing']) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 3) continue;
    stems.push(stem, `${stem}e`);
    if (/(.)\1$/.test(stem)) stems.push(stem.slice(0, -1));
  }
  return stems.filter((stem) => stem.length > 2);
};

/** An ending may stand on an ending: "meetings". */
const isEveryday = (word: string, words: ReadonlySet<string>, endings = 2): boolean =>
  words.has(word) || (endings > 0 && stemsOf(word).some((stem) => isEveryday(stem, words, endings - 1)));

const medicalEnding =
  /(?:[a-z]{3}tion|[a-z]{3}sion|[a-z]{2}ness|[a-z]{2}ship|[a-z]{2}logy|olog(?:y|ist)|iatr(?:y|ist)|therap(?:y|ist)|itis|osis|\p{L}{4}ung|heit|keit|schaft|tät|iker|ikerin|ismus|isme|ismo|olog[eo]|ologin|ologue|a?emia|a?emic|uria|opathy|ectomy|oscopy|graphy|metry|statin|sartan|olol|gliptin|gliflozin|glutide|cillin|azole|formin|dipine|cardi[ac]c?|tension|rhythmia|plasty|ostomy|algia|pnoea|pnea)$/u;

/**
 * Whether a word is one of everyday English or of medicine, and so no name by itself.
 *
 * @param word - in lower case
 * @example
 * isCommonWord('snores') // => true
 * isCommonWord('nephrologist') // => true
 * isCommonWord('okonkwo') // => false
 */
export const isCommonWord = remember((word) => {
  // When first asked: a function that screens nothing starts without.
  everyday ??= new Set(commonWords.trim().split(/\s+/));
  return (
    clinicalWords.has(word) ||
    foreignWords.has(word) ||
    medicalEnding.test(word) ||
    isEveryday(word, everyday)
  );
});
