import type { Random } from '../random/seeded-random.ts';
import type { SyntheticItem } from './synthetic-item.ts';

const spoiltShare = 1 / 2000;

/**
 * Now and then an item as a faulty client would have stored it: the mood as a word, or a timestamp that is none.
 * A reader has to skip and count it.
 *
 * @returns the item itself, or a copy that does not parse
 */
export const maybeSpoil = (item: SyntheticItem, random: Random): SyntheticItem => {
  if (!random.bernoulli(spoiltShare)) return item;
  if (item.type === 'MOOD' && random.bernoulli(0.5)) return { ...item, mood: 'not great' };
  return { ...item, timestamp: 'yesterday' };
};
