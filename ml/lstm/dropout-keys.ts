import { seededRandom } from '../random/seeded-random.ts';

/** What decides one layer's dropout mask in one step: two 32-bit keys of the hash. */
export interface DropoutKeys {
  readonly a: number;
  readonly b: number;
}

/** Values that a mask's hash can take. */
export const dropoutHashes = 2 ** 24;

/**
 * Keys of every layer's mask. Other seeds, steps and layers give unrelated masks.
 *
 * @param seed - of the training
 * @param step - taken before this one
 * @param layers - how many
 */
export const dropoutKeys = (seed: number, step: number, layers: number): readonly DropoutKeys[] => {
  const random = seededRandom(`dropout ${seed} ${step}`);
  return Array.from({ length: layers }, () => ({ a: random.int(2 ** 32) | 0, b: random.int(2 ** 32) | 0 }));
};
