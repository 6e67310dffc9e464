import type { MentionContext } from './mention-context.ts';

const negators = new Set([
  ...[
    'not',
    'never',
    'neither',
    'nor',
    'non',
    'without',
    "don't",
    'dont',
    "doesn't",
    'doesnt',
    "didn't",
    'didnt',
  ],
  ...[
    "won't",
    'wont',
    "wouldn't",
    'wouldnt',
    "isn't",
    'isnt',
    "aren't",
    'arent',
    "wasn't",
    'wasnt',
    "weren't",
  ],
  ...['werent', "haven't", 'havent', "hasn't", 'hasnt', "hadn't", 'hadnt', "ain't", 'aint'],
  // "can't", "couldn't" and "shouldn't" are left out: "I can't even kill myself" takes nothing back.
]);

/** Words through which a negation reaches the keyword; any other word ends its reach. */
const transparent = new Set([
  ...['be', 'been', 'being', 'am', 'is', 'are', 'was', 'were', 'feel', 'feeling', 'felt', 'get', 'getting'],
  ...[
    'have',
    'having',
    'had',
    'going',
    'gonna',
    'to',
    'want',
    'wanting',
    'wanted',
    'wanna',
    'wish',
    'wishing',
  ],
  ...['try', 'trying', 'tried', 'plan', 'planning', 'planned', 'intend', 'intending', 'intended', 'mean'],
  ...['think', 'thinking', 'thought', 'thoughts', 'believe', 'about', 'of', 'consider', 'considering'],
  ...[
    'considered',
    'contemplating',
    'even',
    'actually',
    'currently',
    'at',
    'all',
    'any',
    'ever',
    'again',
    'a',
  ],
  ...['the', 'do', 'doing', 'did', 'commit', 'committing', 'committed', 'attempt', 'attempting', 'attempted'],
  ...['would', 'will', 'that', 'or', 'you', 'it', 'anymore', 'suicide', 'suicidal', 'by', 'longer'],
]);

/** "no" negates only what it stands before: no longer, no plans, no thoughts; not "no i want to die". */
const afterNo = new Set([
  ...[
    'longer',
    'thoughts',
    'thought',
    'plan',
    'plans',
    'intention',
    'intentions',
    'intent',
    'desire',
    'wish',
  ],
  ...['urge', 'urges', 'ideation', 'more'],
]);
const suicidalThings = new Set([
  ...['thoughts', 'thought', 'ideation', 'feelings', 'urges', 'tendencies', 'plans', 'intent', 'ideas'],
]);

/** After these, "not" takes nothing back: why not …, trying not to …, a reason not to …, may or could not … */
const spoilsNot = new Set([
  ...[
    'why',
    'if',
    'whether',
    'or',
    'can',
    'could',
    'should',
    'must',
    'may',
    'might',
    'trying',
    'try',
    'tried',
  ],
  ...['hard', 'best', 'enough', 'fighting', 'struggling', 'reason', 'reasons', 'me', 'how', 'maybe'],
]);

/** Opening a clause, these ask: isn't suicide the only way? */
const asking = new Set([
  "isn't",
  'isnt',
  "aren't",
  'arent',
  "wasn't",
  'wasnt',
  "wouldn't",
  'wouldnt',
  "doesn't",
]);

const ownSelf = new Set(['i', "i'm", 'im', "i'd", 'id', "i've", 'ive']);

type Reading = 'negates' | 'reaches' | 'ends';

const readWord = ({ before, keyword, after }: MentionContext, at: number): Reading => {
  const word = before[at]!;
  const previous = before[at - 1] ?? '';
  const next = before[at + 1];
  if (word === 'no') {
    if (next !== undefined) return afterNo.has(next) ? 'negates' : 'ends';
    if (previous === 'oh') return 'ends';
    if (keyword === 'suicidal') return suicidalThings.has(after[0] ?? '') ? 'negates' : 'ends';
    return keyword === 'suicide' || keyword === 'self harm' ? 'negates' : 'ends';
  }
  if (word === 'not' && spoilsNot.has(previous)) return 'ends';
  if (asking.has(word) && at === 0) return 'ends';
  if (negators.has(word)) return previous === 'why' || previous === 'if' ? 'ends' : 'negates';
  // "I don't think I'm suicidal"; but "I never thought I'd want to die" says that it has come to that.
  if (ownSelf.has(word)) {
    const isDoubted = /^(?:think|believe)$/.test(previous) && /^don'?t$/.test(before[at - 2] ?? '');
    return isDoubted ? 'reaches' : 'ends';
  }
  // Not wanting to think of it is not the same as not thinking of it.
  if (/^think(?:ing)?$/.test(word) && /^(?:to|be)$/.test(previous)) return 'ends';
  const isWhatNoDenies = previous === 'no' && afterNo.has(word);
  return transparent.has(word) || isWhatNoDenies || next === 'or' ? 'reaches' : 'ends';
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

/** "I'm not sure I'm not suicidal", "can't promise I won't hurt myself" promise nothing. */
const doubted =
  /(?:\bnot|n't|\bdont|\bcant|\bcannot) (?:really )?(?:sure|certain|positive|know|say|promise|guarantee)\b/;

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
  context.after[0] !== 'yet' &&
  !doubted.test(context.before.join(' ')) &&
  (isNegatedBefore(context) || deniedAfter.test(context.after.slice(0, 6).join(' ')));
