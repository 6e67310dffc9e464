import { listOf } from './list-of.ts';
import type { MentionContext } from './mention-context.ts';

/** "can't", "couldn't" and "shouldn't" are left out: "I can't even kill myself" takes nothing back. */
const negators = new Set(
  listOf(`
    not, never, neither, nor, non, don't, dont, doesn't, doesnt, didn't, didnt, won't, wont, wouldn't, wouldnt,
    isn't, isnt, aren't, arent, wasn't, wasnt, weren't, werent, haven't, havent, hasn't, hasnt, hadn't, hadnt,
    ain't, aint
  `),
);

/** Words through which a negation reaches the keyword; any other word ends its reach. */
const carryOn = new Set(
  listOf(`
    be, been, being, am, is, are, was, were, feel, feeling, felt, get, getting, have, having, had, going, gonna,
    to, want, wanting, wanted, wanna, wish, wishing, try, trying, tried, plan, planning, planned, intend,
    intending, intended, thoughts, about, of, consider, considering, considered, contemplating, even, actually,
    currently, at, all, any, ever, a, the, do, doing, did, commit, committing, committed, attempt, attempting,
    attempted, would, will, or, suicide, suicidal, by
  `),
);

/** "no" negates only what it stands before: no longer, no plans, no thoughts; not "no i want to die". */
const afterNo = new Set(
  listOf(
    'longer, more, thoughts, thought, plan, plans, intention, intentions, intent, desire, wish, urge, urges',
  ),
);
const suicidalThings = new Set(
  listOf('thoughts, thought, ideation, feelings, urges, tendencies, plans, intent, ideas'),
);

/** After these, "not" takes nothing back: why not …, trying not to …, a reason not to …, may or could not … */
const spoilNot = new Set(
  listOf(`
    why, if, whether, or, can, could, should, must, may, might, maybe, trying, try, tried, hard, best, enough,
    fighting, struggling, reason, reasons, me, how
  `),
);

/** Opening a clause, these ask: isn't suicide the only way? */
const askFirst = new Set(
  listOf("isn't, isnt, aren't, arent, wasn't, wasnt, wouldn't, wouldnt, doesn't, doesnt"),
);

const ownSelf = new Set(listOf("i, i'm, im, i'd, id, i've, ive"));
const thinking = new Set(listOf('think, thinking, thought, believe'));

type Reading = 'negates' | 'carries on' | 'ends';

const readNo = ({ before, keyword, after }: MentionContext, at: number): Reading => {
  const next = before[at + 1];
  if (next !== undefined) return afterNo.has(next) ? 'negates' : 'ends';
  if (before[at - 1] === 'oh') return 'ends';
  if (keyword === 'suicidal') return suicidalThings.has(after[0] ?? '') ? 'negates' : 'ends';
  return keyword === 'suicide' || keyword === 'self harm' ? 'negates' : 'ends';
};

const readWord = (context: MentionContext, at: number): Reading => {
  const { before } = context;
  const word = before[at]!;
  const previous = before[at - 1] ?? '';
  const next = before[at + 1] ?? '';
  if (word === 'no') return readNo(context, at);
  if (word === 'not' && spoilNot.has(previous)) return 'ends';
  if (at === 0 && askFirst.has(word)) return 'ends';
  if (negators.has(word)) return previous === 'why' || previous === 'if' ? 'ends' : 'negates';
  // "I don't think I'm suicidal"; but "I never thought I'd want to die" says that it has come to that.
  if (ownSelf.has(word)) {
    return thinking.has(previous) && /^don'?t$/.test(before[at - 2] ?? '') ? 'carries on' : 'ends';
  }
  if (thinking.has(word)) {
    // Not wanting to think of it is not the same as not thinking of it.
    if (previous === 'to' || previous === 'be') return 'ends';
    return next === 'of' || next === 'about' || ownSelf.has(next) ? 'carries on' : 'ends';
  }
  if (previous === 'no' && afterNo.has(word)) return 'carries on';
  return carryOn.has(word) || next === 'or' ? 'carries on' : 'ends';
};

const isNegatedBefore = (context: MentionContext): boolean => {
  let negations = 0;
  for (let at = context.before.length - 1; at >= 0; at--) {
    const reading = readWord(context, at);
    if (reading === 'ends') break;
    if (reading === 'negates') negations += 1;
  }
  // Two take each other back: I'll never not want to die.
  return negations % 2 === 1;
};

/** "I'm not sure I'm not suicidal" and "can't promise I won't hurt myself" promise nothing. */
const doubted =
  /(?:\bnot|n't|\bdont|\bcant|\bcannot) (?:really )?(?:sure|certain|positive|know|say|promise|guarantee)\b/;
/** "I wouldn't be suicidal if …", "haven't hurt myself yet". */
const onlyForNow = new Set(listOf('yet, if, unless'));

const deniedAfter =
  /^(?:is not|isn't|isnt|is never|was never|will never be|is no) (?:longer )?(?:(?:an?|the|my|any) )?(?:option|answer|solution|way out|choice)\b/;

/**
 * Whether a keyword is denied: "not suicidal", "I'd never hurt myself", "no longer want to die", "suicide is not an
 * option".
 *
 * A negation counts only where nothing but words that carry it on (going to, thinking of) stands between it and the
 * keyword in the same clause. In doubt a keyword is not negated: "not only suicidal", "trying not to kill myself",
 * "haven't hurt myself yet".
 */
export const isNegated = (context: MentionContext): boolean =>
  (isNegatedBefore(context) || deniedAfter.test(context.after.slice(0, 6).join(' '))) &&
  !doubted.test(context.before.join(' ')) &&
  !context.after.some((word) => onlyForNow.has(word));
