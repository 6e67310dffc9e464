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

/** The last letters of all endings above, by which most words are passed over. */
const inflected = /(?<=s|ed|ing|ly)$/y;

/** Last letters of all endings here, as a look at one unit is cheaper than a pattern. */
const inflectedLast = 'sdgy';
const medicalLast = 'nspytgreoacl';
const lastIn = (letters: string, word: string) => word !== '' && letters.includes(word[word.length - 1]!);

const endsWith = (pattern: RegExp, word: string) => {
  pattern.lastIndex = word.length;
  return pattern.test(word);
};

/**
 * Whether a word is one of a list with endings of English put to it; an ending may stand on an ending.
 *
 * @param isListed - whether a word in lower case is in the list
 * @example
 * isInflected('meetings', (word) => word === 'meet') // => true
 */
export const isInflected = (word: string, isListed: (word: string) => boolean, endings = 2): boolean =>
  endings > 0 &&
  lastIn(inflectedLast, word) &&
  endsWith(inflected, word) &&
  stemsOf(word).some((stem) => isListed(stem) || isInflected(stem, isListed, endings - 1));

/** Read backwards from the end of a word, where it is tried once rather than at every letter. */
const medicalEnding =
  /(?<=[a-z]{3}tion|[a-z]{3}sion|[a-z]{2}ness|[a-z]{2}ship|[a-z]{2}logy|olog(?:y|ist)|iatr(?:y|ist)|therap(?:y|ist)|itis|osis|\p{L}{4}ung|heit|keit|schaft|tät|iker|ikerin|ismus|isme|ismo|olog[eo]|ologin|ologue|a?emia|a?emic|uria|opathy|ectomy|oscopy|graphy|metry|statin|sartan|olol|gliptin|gliflozin|glutide|cillin|azole|formin|dipine|cardi[ac]c?|tension|rhythmia|plasty|ostomy|algia|pnoea|pnea)$/uy;

/**
 * Whether a word ends as words of medicine and learning do, whatever they are.
 *
 * @param word - in lower case
 * @example
 * isMedicalForm('nephrologist') // => true
 */
export const isMedicalForm = (word: string): boolean =>
  lastIn(medicalLast, word) && endsWith(medicalEnding, word);
