import type { TextKind } from './text-kind.ts';

/**
 * Texts with a crisis keyword, brief and without method or detail: about oneself, denied, about somebody else, or
 * a title or quotation. All four occur in real journals; only the first is a cry for help.
 */
export const crisisSentences = {
  asserted: [
    'I want to die.',
    'I am suicidal {often}.',
    'I keep thinking about suicide {often}.',
    'Everyone would be fine, I am better off dead.',
    'I feel like I want to end my life.',
    'I am scared that I will hurt myself.',
    'Thoughts of self harm {often}, I am frightened.',
    'I think I might kill myself, I need help now.',
  ],
  negated: [
    'I am not suicidal, just {badFeeling}.',
    'To be clear, I do not want to die, I am only {badFeeling}.',
    'I would never hurt myself.',
    'I am low but not suicidal {daytime}.',
  ],
  'other-person': [
    'My friend is suicidal and I worry about them.',
    'A neighbour said he wants help, he is suicidal.',
    'My cousin is suicidal, we called a doctor together.',
    'He said that he is suicidal and we stayed with him.',
  ],
  quoted: [
    'Watched "Suicide Squad" with {friend}.',
    'The song "Suicide Is Painless" was on the radio {daytime}.',
    'Saw Suicide Squad again, {goodAdjective} evening.',
    'Read a chapter of "The Virgin Suicides" and an essay called "On Suicide" for class.',
  ],
} as const satisfies Partial<Record<TextKind, readonly string[]>>;
