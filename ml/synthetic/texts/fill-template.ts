import type { Random } from '../../random/seeded-random.ts';
import { slots } from './slots.ts';

/** A template taken apart: what stands between the slots, and the words of each slot. */
interface TemplateParts {
  readonly between: readonly string[];
  readonly choices: readonly (readonly string[])[];
}

const partsOfTemplates = new Map<string, TemplateParts>();

const partsOf = (template: string): TemplateParts => {
  const known = partsOfTemplates.get(template);
  if (known !== undefined) return known;
  const pieces = template.split(/\{(\w+)\}/);
  const parts = {
    between: pieces.filter((_, index) => index % 2 === 0),
    choices: pieces.filter((_, index) => index % 2 === 1).map((name) => slots[name] ?? [`{${name}}`]),
  };
  partsOfTemplates.set(template, parts);
  return parts;
};

/**
 * Replaces each `{slot}` of a template by one of its words, chosen by chance; a name that is no slot stays.
 *
 * @example
 * fillTemplate('Slept well.', { int: () => 0 }) // => 'Slept well.'
 * fillTemplate('Lunch with {friend}, {nobody}.', { int: () => 0 }) // => 'Lunch with Amara, {nobody}.'
 */
export const fillTemplate = (template: string, random: Pick<Random, 'int'>): string => {
  const { between, choices } = partsOf(template);
  let filled = between[0]!;
  for (let slot = 0; slot < choices.length; slot += 1) {
    const words = choices[slot]!;
    filled += words[random.int(words.length)]! + between[slot + 1]!;
  }
  return filled;
};
