import { type CrisisKeyword, crisisKeywordsIn } from './crisis-keywords.ts';
import { foldText } from './fold-text.ts';
import { isAboutAnotherPerson } from './is-about-another-person.ts';
import { isNegated } from './is-negated.ts';
import { isQuoted } from './is-quoted.ts';
import { type MentionContext, mentionContexts } from './mention-context.ts';

/** How a keyword is meant; `asserted` is the answer in doubt. */
export type CrisisStance = 'asserted' | 'negated' | 'other-person' | 'quoted';

export interface CrisisMention {
  readonly keyword: CrisisKeyword;
  /** Where it stands in the text as written, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly stance: CrisisStance;
}

const stanceOf = (context: MentionContext): CrisisStance => {
  if (isQuoted(context)) return 'quoted';
  if (isNegated(context)) return 'negated';
  return isAboutAnotherPerson(context) ? 'other-person' : 'asserted';
};

/**
 * The crisis keywords in a text, whatever their spelling, and how each is meant.
 *
 * A set of plain rules on the words around a keyword, for English. Whatever no rule is sure of is `asserted`, since
 * missing someone costs more than checking once too often. O(n).
 *
 * @example
 * findCrisisMentions('I want to die') // => [{ keyword: 'want to die', start: 2, end: 13, stance: 'asserted' }]
 * findCrisisMentions("I'm not su1c1dal").map((mention) => mention.stance) // => ['negated']
 * findCrisisMentions('Suicide Squad was fun').map((mention) => mention.stance) // => ['quoted']
 * findCrisisMentions('homicide') // => []
 */
export const findCrisisMentions = (text: string): readonly CrisisMention[] => {
  const folded = foldText(text);
  const hits = crisisKeywordsIn(folded.text);
  if (hits.length === 0) return [];
  const contexts = mentionContexts(text, folded, hits);
  return hits.map(({ keyword, start, end }, i) => ({
    keyword,
    start: folded.origins?.[start] ?? start,
    end: folded.origins?.[end] ?? end,
    stance: stanceOf(contexts[i]!),
  }));
};
