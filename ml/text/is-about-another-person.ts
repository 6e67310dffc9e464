import type { CrisisKeyword } from './crisis-keywords.ts';
import { listOf } from './list-of.ts';
import type { MentionContext } from './mention-context.ts';
import { manyPersons, oneself, otherPersons, persons, personsWithVerbOrPossession } from './persons.ts';

/** These say "my" or "myself": whoever else is in the sentence, they are the writer's. */
const ofOneself: ReadonlySet<CrisisKeyword> = new Set(['kill myself', 'hurt myself', 'end my life', 'kms']);

/** Between a person and what is said of them; any other word ends the search. */
const adverbs = listOf(`
  really, very, actually, probably, maybe, also, both, all, always, often, sometimes, once, ever, still, currently,
  recently, just, severely, might, may, could, would, will, must, do, did, does, who, that
`);
const leadOn = new Set([
  ...adverbs,
  ...listOf(`
    is, are, was, were, be, been, being, feel, feels, felt, feeling, has, have, had, seems, seemed, sounds, looks,
    gets, got, became, so, by, from, to, of, about, commit, commits, committed, attempted, attempts, attempting,
    considered, considering, think, thinks, thinking, want, wants, wanted, tried, talks, talked, talking, mentioned
  `),
]);
/** Before "want to die" only these: "hate him so want to die" is the writer's wish. */
const leadOnToAWish = new Set(adverbs);

const leadsOn = ({ before, keyword }: MentionContext, at: number): boolean => {
  const word = before[at]!;
  if (keyword === 'want to die') return leadOnToAWish.has(word);
  // "died by suicide"; but not "my mom died suicidal again".
  if (word === 'died' || word === 'dies') return before[at + 1] === 'by' || before[at + 1] === 'from';
  return leadOn.has(word);
};

const speaking = new Set(
  listOf(`
    tell, told, telling, talk, talked, talking, speak, spoke, asked, ask, texted, with, showed, confessed,
    admitted, opened, called
  `),
);
/** What one says before naming someone else: I think my brother is …, I lost my dad to … */
const knowing = new Set(
  listOf(`
    think, know, knew, believe, lost, lose, heard, suspect, worry, worried, afraid, scared, fear, learned, found,
    saw, met, had, have, guess, miss
  `),
);

/** Whether what comes before the person makes the writer the one who is spoken of, or leaves it open. */
const speaksOfOneself = (words: readonly string[]): boolean => {
  // "me and my brother", "like my brother", "as a kid", "one of those people"
  if (words.slice(-3).some((word) => word === 'and' || word === 'like' || word === 'as')) return true;
  if (words.includes('one') && /^(?:those|these|the|many)$/.test(words.at(-1) ?? '')) return true;
  if (words.some((word) => speaking.has(word))) return true;
  return words.some((word) => oneself.has(word)) && !words.some((word) => knowing.has(word));
};

const askFirst = new Set(listOf('are, were, is, was'));

/** Right before the keyword, with nothing between, only a fitting form will do. */
const fits = (person: string, wordBefore: string | undefined, keyword: CrisisKeyword): boolean => {
  if (keyword === 'want to die') return manyPersons.has(person);
  // "are you suicidal"
  return personsWithVerbOrPossession.has(person) || (wordBefore !== undefined && askFirst.has(wordBefore));
};

const isSaidOfPersonBefore = (context: MentionContext): boolean => {
  const { before, keyword } = context;
  for (let at = before.length - 1; at >= 0; at--) {
    const word = before[at]!;
    if (otherPersons.has(word)) {
      const isNextToKeyword = at === before.length - 1;
      return (
        (!isNextToKeyword || fits(word, before[at - 1], keyword)) && !speaksOfOneself(before.slice(0, at))
      );
    }
    if (!leadsOn(context, at)) return false;
  }
  return false;
};

const attacks = new Set(listOf('bomber, bombers, bombing, bombings, attack, attacks, attacker, attackers'));
const determiners = new Set(listOf('a, an, the, my, his, her, their, our, your'));

/** "suicidal teens", "suicide bombing", "the suicide of my friend"; but not "suicidal people like me". */
const isSaidOfPersonAfter = ({ before, after }: MentionContext): boolean => {
  const [first = '', second = '', third = ''] = after;
  const person = first !== 'of' ? first : determiners.has(second) ? third : second;
  return (
    (persons.has(person.replace(/'s$/, '')) || attacks.has(first)) &&
    !before.some((word) => oneself.has(word)) &&
    !after.some((word) => oneself.has(word))
  );
};

/**
 * Whether a keyword is said of somebody else: "my brother is suicidal", "they want to die", "lost my dad to
 * suicide", "suicidal teens".
 *
 * Only where a person and words that lead on from them stand right before the keyword, or a person right after it.
 * In doubt it is not: "I told my mom about being suicidal", "my brother makes me suicidal", and never for a keyword
 * that says "myself".
 */
export const isAboutAnotherPerson = (context: MentionContext): boolean =>
  !ofOneself.has(context.keyword) && (isSaidOfPersonBefore(context) || isSaidOfPersonAfter(context));
