import type { Random } from '../../random/seeded-random.ts';

/** How one person writes, the same on all days. */
export interface WritingStyle {
  /** Mean number of sentences beyond the first. */
  readonly extraSentences: number;
  readonly lowerCase: boolean;
  readonly ending: '' | '.' | '...' | '!';
  readonly opener: string;
}

const openers = ['', '', '', '', 'Hi. ', 'Honestly? ', 'Hm. ', 'Dear diary, ', 'Okay. ', 'Well. '] as const;
const endings = ['.', '.', '.', '', '...', '!'] as const;

/** Draws a style: from a terse half-sentence without capitals to a paragraph that begins "Dear diary". */
export const drawWritingStyle = (random: Random): WritingStyle => ({
  extraSentences: 1.7 + 0.4 * random.next(),
  lowerCase: random.bernoulli(0.25),
  ending: endings[random.int(endings.length)]!,
  opener: openers[random.int(openers.length)]!,
});
