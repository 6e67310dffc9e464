import type { Random } from '../../random/seeded-random.ts';
import { slots } from './slots.ts';

const slotPattern = /\{(\w+)\}/g;

/**
 * Replaces each `{slot}` of a template by one of its words, chosen by chance; a name that is no slot stays.
 *
 * @example
 * fillTemplate('Slept well.', { int: () => 0 }) // => 'Slept well.'
 * fillTemplate('Lunch with {friend}.', { int: () => 0 }) // => 'Lunch with Amara.'
 */
export const fillTemplate = (template: string, random: Pick<Random, 'int'>): string =>
  template.replace(slotPattern, (whole, name: string) => {
    const words = slots[name];
    return words === undefined ? whole : fillTemplate(words[random.int(words.length)]!, random);
  });
