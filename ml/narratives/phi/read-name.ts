import { notNames } from './not-names.ts';

const word = /(?:\p{L}\p{M}{0,3}){1,40}(?:['`-](?:\p{L}\p{M}{0,3}){1,40}){0,4}/uy;
const initial = /\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}/uy;
const particles = new Set(
  "de da do dos das di del della dei des du d' la le el los las y e i van von der den ter ten te zu zum zur af av bin bint ibn ben bat abu abd al ap ab mac mc st st. san santa saint ng ul ur o' o ua ní nic uí oğlu kızı".split(
    ' ',
  ),
);
const generation = /(?:,? (?:Jr|Sr|II|III|IV)\b\.?)/y;
const mostWords = 6;

export interface NameOptions {
  /** Whether words without a capital count, up to three: after "my name is" people type as they like. */
  readonly isLowerCaseTaken?: boolean;
  /** Whether a comma may part family and given name, as in forms. */
  readonly isCommaTaken?: boolean;
  /** Whether "and" may join a second name. */
  readonly isPluralTaken?: boolean;
  /** Whether a title stands before it, so that "Will" and "May" are names. */
  readonly isTitled?: boolean;
}

/** Words that are also given or family names; a title, or another name behind them, decides. */
const alsoNames = new Set(
  'will may april june august summer autumn spring dawn grace hope faith joy mark rich frank pat bill rose sunday wednesday friday young long light day winter white black brown green gray grey good strange west north east pepper watson love price king small little best may-lin low high new stone wood woods field rivers banks waters page read sharp swift noble moody savage blessing precious gift'.split(
    ' ',
  ),
);

const at = (pattern: RegExp, text: string, position: number) => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

interface Place {
  /** Words of the name that were read already. */
  readonly count: number;
  /** The next word, if it has a capital. */
  readonly ahead: () => string | undefined;
}

/** Letters of scripts that have no capitals, where a cue alone has to do. */
const caseless = /^[\p{Lo}\p{M}'-]+$/u;

const beforeName = / \p{Lu}\p{L}{1,40}/uy;

const isNameWord = (candidate: string, options: NameOptions, { count, ahead }: Place) => {
  const plain = candidate.toLowerCase().replace(/'s$/, '');
  const isCapital = /^\p{Lu}/u.test(candidate);
  if (isCapital && alsoNames.has(plain)) {
    const following = ahead()?.trim().toLowerCase();
    if (options.isTitled === true || count > 0 || (following !== undefined && !notNames.has(following)))
      return true;
  }
  if (notNames.has(plain) || notNames.has(plain.split('-')[0]!)) return false;
  if (isCapital) return true;
  if (caseless.test(candidate)) return count < 2;
  // al-Rashid, d'Angelo.
  if (/^(?:al|el|an|as|ar|ash|at|d|l|o|ibn|bin)['-]\p{Lu}/u.test(candidate)) return true;
  return options.isLowerCaseTaken === true && count < 3 && candidate.length > 1;
};

const skipParticles = (text: string, position: number): number => {
  let next = position;
  for (let taken = 0; taken < 3; taken += 1) {
    const particle = at(word, text, next);
    if (particle === undefined || !particles.has(particle.toLowerCase())) return next;
    const after = next + particle.length;
    if (/['`-]/.test(text[after] ?? '') && /\p{L}/u.test(text[after + 1] ?? '')) next = after + 1;
    else if (text[after] === ' ') next = after + 1;
    else return next;
  }
  return next;
};

/**
 * Reads a person's name: words with a capital (or of a script without them), initials, particles between them.
 *
 * @param position - where the name should begin
 * @returns where it ends; `position` where there is none
 * @example
 * readName('van der Berg slept', 0) // => 12
 * readName('Reports poor sleep', 0) // => 0
 */
export const readName = (text: string, position: number, options: NameOptions = {}): number => {
  let end = position;
  let next = position;
  let wasCaseless = false;
  for (let count = 0; count < mostWords; count += 1) {
    const start = skipParticles(text, next);
    const letters = at(initial, text, start);
    const candidate = letters ?? at(word, text, start);
    if (candidate === undefined) break;
    if (
      letters === undefined &&
      !isNameWord(candidate, options, { count, ahead: () => at(beforeName, text, start + candidate.length) })
    )
      break;
    // A name keeps to its script: what follows 李娜 in Latin letters is the sentence.
    const isCaseless = caseless.test(candidate);
    if (count > 0 && isCaseless !== wasCaseless) break;
    wasCaseless = isCaseless;
    end = start + candidate.replace(/'s$/i, '').length;
    if (end < start + candidate.length) break;
    end += at(generation, text, end)?.length ?? 0;
    if (text[end] === ' ' || text[end] === '-') next = end + 1;
    else if (options.isCommaTaken === true && count === 0 && text.startsWith(', ', end)) next = end + 2;
    else break;
  }
  return end;
};
