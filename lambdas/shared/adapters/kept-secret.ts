import type { SecretSource } from '../ports/secret-source.ts';

/**
 * A secret's text, fetched once per process; a failed fetch is tried again at the next read.
 *
 * @param fetch - what the store holds under the secret's name
 */
export const makeKeptSecret = (fetch: () => Promise<string | undefined>): SecretSource => {
  let known: string | undefined;
  return {
    read: async () => {
      if (known !== undefined) return known;
      const text = await fetch();
      if (text === undefined || text === '') {
        throw new Error('The sample id secret holds no text; put one in, of 32 characters or more.');
      }
      known = text;
      return known;
    },
  };
};
