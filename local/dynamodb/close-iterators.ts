import { createRequire } from 'node:module';

interface ClosableIterator {
  close(): Promise<void>;
  return?: () => Promise<void>;
}

type MakeIterator = (options?: object) => ClosableIterator;

interface LevelPrototype {
  keys: MakeIterator;
  values: MakeIterator;
}

/**
 * Makes dynalite close what it opens. dynalite 4.0.0 ends a read by `iterator.return()`, which the iterators of
 * level 10 do not have, so none was ever closed and each kept its snapshot: about 0.2 MB for every Query and Scan.
 *
 * Changes the `level` that dynalite uses, so it belongs into dynalite's own thread, before its first request.
 */
export const closeIterators = (): void => {
  const require = createRequire(import.meta.resolve('dynalite'));
  const { Level }: { readonly Level: { readonly prototype: LevelPrototype } } = require('level');
  const { prototype } = Level;
  for (const name of ['keys', 'values'] as const) {
    const original = prototype[name];
    prototype[name] = function (this: LevelPrototype, options) {
      const iterator = original.call(this, options);
      iterator.return ??= () => iterator.close();
      return iterator;
    };
  }
};
