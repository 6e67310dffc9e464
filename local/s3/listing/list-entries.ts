import { compareUtf8 } from '../store/compare-utf8.ts';

export interface ListQuery<T> {
  /** In UTF-8 order. */
  readonly keys: readonly string[];
  readonly prefix: string;
  /** Empty: none. */
  readonly delimiter: string;
  /** Begin behind this key or common prefix. */
  readonly afterKey: string;
  /** With it, begin behind this one of `afterKey`'s own entries. */
  readonly afterId?: string | undefined;
  readonly maxEntries: number;
  /** What a key stands for in the list: nothing, one entry, or several in order. */
  readonly expand: (key: string) => readonly { readonly id: string; readonly value: T }[];
}

export interface ListPage<T> {
  readonly values: readonly T[];
  readonly commonPrefixes: readonly string[];
  /** Whether more follows; then where this page ended. */
  readonly next: { readonly key: string; readonly id: string | undefined } | undefined;
}

/** Position of the first key that is not before `bound`. */
const lowerBound = (keys: readonly string[], bound: string) => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(keys[middle]!, bound) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const commonPrefixOf = (key: string, { prefix, delimiter }: ListQuery<unknown>) => {
  const at = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return at < 0 ? undefined : key.slice(0, at + delimiter.length);
};

const entriesBehindMarker = <T>(key: string, query: ListQuery<T>) => {
  const entries = query.expand(key);
  if (key !== query.afterKey) return entries;
  if (query.afterId === undefined) return [];
  // One that was deleted since the last page is nowhere: then the key's other entries are all still to come.
  return entries.slice(entries.findIndex(({ id }) => id === query.afterId) + 1);
};

type Item<T> = { key: string; id: string | undefined } & ({ prefix: string } | { value: T });

function* itemsFrom<T>(query: ListQuery<T>): Generator<Item<T>> {
  const { keys, prefix, afterKey } = query;
  let lastPrefix: string | undefined;
  for (
    let at = lowerBound(keys, compareUtf8(afterKey, prefix) > 0 ? afterKey : prefix);
    at < keys.length;
    at += 1
  ) {
    const key = keys[at]!;
    if (!key.startsWith(prefix)) return;
    const entries = entriesBehindMarker(key, query);
    if (entries.length === 0) continue;
    const common = commonPrefixOf(key, query);
    if (common === undefined) {
      for (const { id, value } of entries) yield { key, id, value };
    } else if (common !== lastPrefix && common !== afterKey) {
      lastPrefix = common;
      yield { key: common, id: undefined, prefix: common };
    }
  }
}

/**
 * One page of a listing: keys by prefix, rolled up at a delimiter, each common prefix counting as one entry.
 *
 * The one algorithm behind the lists of objects, versions and uploads. O(log keys + keys under the prefix passed).
 */
export const listEntries = <T>(query: ListQuery<T>): ListPage<T> => {
  const values: T[] = [];
  const commonPrefixes: string[] = [];
  let last: Item<T> | undefined;
  for (const item of query.maxEntries === 0 ? [] : itemsFrom(query)) {
    if (values.length + commonPrefixes.length === query.maxEntries) {
      return { values, commonPrefixes, next: last && { key: last.key, id: last.id } };
    }
    if ('prefix' in item) commonPrefixes.push(item.prefix);
    else values.push(item.value);
    last = item;
  }
  return { values, commonPrefixes, next: undefined };
};
