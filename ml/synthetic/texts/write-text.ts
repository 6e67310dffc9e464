import type { Random } from '../../random/seeded-random.ts';
import { crisisSentences } from './crisis-sentences.ts';
import { everydaySentences } from './everyday-sentences.ts';
import { fillTemplate } from './fill-template.ts';
import type { TextKind } from './text-kind.ts';
import type { WritingStyle } from './writing-style.ts';

const sentences: Readonly<Record<TextKind, readonly string[]>> = { ...everydaySentences, ...crisisSentences };

/** Bright and even days gain an everyday sentence; on the others people stay with what weighs on them. */
const goesOnWith: Readonly<Record<TextKind, TextKind>> = {
  bright: 'bright',
  even: 'even',
  low: 'low',
  despair: 'low',
  isolation: 'low',
  help: 'even',
  asserted: 'low',
  negated: 'even',
  'other-person': 'even',
  quoted: 'even',
};

/** Whose words they are, and by what factor they write more or less than usual that date. */
export interface Voice {
  readonly style: WritingStyle;
  readonly liveliness: number;
}

/**
 * One note or message of the given kind in somebody's voice: a sentence from templates, often a few more.
 * Agitation makes people write more, withdrawal less.
 *
 * @returns text, at least one word
 */
export const writeText = (kind: TextKind, voice: Voice, random: Random): string => {
  const pick = (from: TextKind) => fillTemplate(sentences[from][random.int(sentences[from].length)]!, random);
  const written = [pick(kind)];
  const { style, liveliness } = voice;
  const extra = Math.floor(style.extraSentences * liveliness + random.next());
  for (let sentence = 0; sentence < Math.min(extra, 8); sentence += 1) written.push(pick(goesOnWith[kind]));
  const opener = random.bernoulli(0.2) ? style.opener : '';
  const text = opener + written.join(' ').replace(/\.$/, style.ending);
  return style.lowerCase ? text.toLowerCase() : text;
};
