import type { CrisisKeyword } from './crisis-keywords.ts';
import type { MentionContext } from './mention-context.ts';

/** These say "my" or "myself": whoever else is in the sentence, they are the writer's. */
const ofOneself: ReadonlySet<CrisisKeyword> = new Set([
  ...(['kill myself', 'hurt myself', 'end my life', 'kms'] as const),
]);

const pronouns = new Set([
  ...[
    'he',
    'she',
    'they',
    'you',
    'u',
    'him',
    'her',
    'them',
    'his',
    'their',
    'your',
    "he's",
    'hes',
    "she's",
    'shes',
  ],
  ...["they're", 'theyre', "you're", 'youre', "he'd", "she'd", "they'd", "you'd", "they've", "you've"],
  ...['someone', 'somebody', 'anyone', 'anybody'],
]);

const persons = new Set([
  ...['brother', 'sister', 'mom', 'mum', 'mother', 'dad', 'father', 'parents', 'son', 'daughter', 'cousin'],
  ...[
    'uncle',
    'aunt',
    'grandma',
    'grandpa',
    'grandmother',
    'grandfather',
    'niece',
    'nephew',
    'friend',
    'friends',
  ],
  ...['boyfriend', 'girlfriend', 'bf', 'gf', 'husband', 'wife', 'partner', 'ex', 'roommate', 'flatmate'],
  ...[
    'classmate',
    'coworker',
    'colleague',
    'neighbor',
    'neighbour',
    'teacher',
    'student',
    'students',
    'patient',
  ],
  ...[
    'patients',
    'client',
    'clients',
    'kid',
    'kids',
    'child',
    'children',
    'guy',
    'girl',
    'boy',
    'man',
    'woman',
  ],
  ...['men', 'women', 'people', 'teen', 'teens', 'teenager', 'teenagers', 'veterans', 'celebrity', 'actor'],
  ...['singer', 'character', 'characters', 'bomber', 'bombers', 'bombing', 'bombings', 'attack', 'attacker'],
]);

const isPerson = (word: string) => persons.has(word) || persons.has(word.replace(/'s?$/, ''));

/** Words that lead from a person to what is said of them; any other word ends the search. */
const leadsOn = new Set([
  ...[
    'is',
    'are',
    'was',
    'were',
    'be',
    'been',
    'being',
    'feels',
    'feel',
    'felt',
    'feeling',
    'has',
    'have',
    'had',
  ],
  ...['might', 'may', 'could', 'would', 'will', 'must', 'seems', 'seemed', 'sounds', 'looks', 'gets', 'got'],
  ...[
    'became',
    'so',
    'really',
    'very',
    'actually',
    'probably',
    'maybe',
    'also',
    'both',
    'all',
    'always',
    'often',
  ],
  ...['sometimes', 'once', 'ever', 'died', 'dies', 'by', 'commit', 'committed', 'commits', 'attempted'],
  ...[
    'attempts',
    'attempting',
    'from',
    'considered',
    'considering',
    'think',
    'thinks',
    'thinking',
    'about',
    'to',
  ],
  ...[
    'wants',
    'wanted',
    'want',
    'tried',
    'who',
    'that',
    'still',
    'currently',
    'recently',
    'just',
    'do',
    'did',
  ],
  ...['does', 'severely', 'died', 'of', 'talks', 'talked', 'talking', 'mentioned'],
]);

const oneself = new Set(['i', "i'm", 'im', "i've", 'ive', "i'd", 'we', "we're", 'me']);
const speaking = new Set([
  ...[
    'tell',
    'told',
    'telling',
    'talk',
    'talked',
    'talking',
    'speak',
    'spoke',
    'asked',
    'ask',
    'texted',
    'with',
  ],
  ...['showed', 'confessed', 'admitted', 'opened', 'called'],
]);
/** What one says before naming someone else: I think my brother is …, I lost my dad to … */
const knowing = new Set([
  ...['think', 'know', 'knew', 'believe', 'lost', 'lose', 'heard', 'suspect', 'worry', 'worried', 'afraid'],
  ...['scared', 'fear', 'learned', 'found', 'saw', 'met', 'had', 'have', 'guess', 'miss'],
]);

/** Whether what comes before the person makes the writer the one who is spoken of, or leaves it open. */
const speaksOfOneself = (words: readonly string[]): boolean => {
  const lastTwo = words.slice(-3);
  if (lastTwo.includes('and') || lastTwo.includes('like')) return true;
  if (words.includes('one') && words.at(-1)?.match(/^(?:those|these|the|many)$/)) return true;
  if (words.some((word) => speaking.has(word))) return true;
  return words.some((word) => oneself.has(word)) && !words.some((word) => knowing.has(word));
};

const personBefore = ({ before }: MentionContext): boolean => {
  for (let at = before.length - 1; at >= 0; at--) {
    const word = before[at]!;
    if (pronouns.has(word) || isPerson(word)) return !speaksOfOneself(before.slice(0, at));
    if (!leadsOn.has(word)) return false;
  }
  return false;
};

const determiners = new Set(['a', 'an', 'the', 'my', 'his', 'her', 'their', 'our', 'your']);

/** "suicidal teens", "suicide bombing", "the suicide of my friend"; but not "suicidal people like me". */
const personAfter = ({ before, after }: MentionContext): boolean => {
  if (after.some((word) => oneself.has(word))) return false;
  if (isPerson(after[0] ?? '')) return !before.some((word) => oneself.has(word));
  const [of, next, afterNext] = after;
  return of === 'of' && isPerson((determiners.has(next ?? '') ? afterNext : next) ?? '');
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
  !ofOneself.has(context.keyword) && (personBefore(context) || personAfter(context));
