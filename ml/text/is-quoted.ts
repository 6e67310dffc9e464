import { listOf } from './list-of.ts';
import type { MentionContext } from './mention-context.ts';

/** Names made of a keyword and what follows: films, bands, a drill, a baseball play, a car's doors. */
const namesAfterSuicide = new Set(
  listOf(`
  squad, kings, club, room, silence, boys, girls, doors, door, squeeze, sprints, runs
`),
);

/** A title or a word as such comes next. */
const namingWords = new Set(listOf('called, titled, entitled, named, word, words, term, phrase, hashtag'));
const works = new Set(listOf('film, movie, novel, song, album, band, musical, documentary'));
/** Followed by Words In Capitals, these say that a title comes next. */
const enjoying = new Set(
  listOf('watched, watching, rewatched, saw, seen, seeing, read, reading, finished, loved'),
);

const titleCase = /^\p{Lu}\p{Ll}*(?:[\s-]+\p{Lu}\p{Ll}*)+$/u;
const shouting = /^[^\p{Ll}]+$/u;

/** Scare quotes around what one says of oneself do not take it back: I feel "suicidal". */
const sayingOfOneself = new Set(listOf("i'm, im, am, feel, feeling, felt, was, being, i've, ive, i"));

const isTitle = ({ keyword, before, after, written }: MentionContext): boolean => {
  const last = before.at(-1) ?? '';
  if (namingWords.has(last) || works.has(last)) return true;
  if (keyword === 'suicide' && namesAfterSuicide.has(after[0] ?? '')) return true;
  if (keyword === 'suicide' && after[0] === 'is' && after[1] === 'painless') return true;
  return enjoying.has(last) && titleCase.test(written) && !shouting.test(written);
};

/**
 * Whether a keyword is quoted, named as a word, or part of a title.
 *
 * A text that is in quotation marks as a whole is not taken as quoted, nor is a scare-quoted word that the writer
 * says of themselves.
 */
export const isQuoted = (context: MentionContext): boolean =>
  context.isInQuotes ? !sayingOfOneself.has(context.beforeQuotes.at(-1) ?? '') : isTitle(context);
