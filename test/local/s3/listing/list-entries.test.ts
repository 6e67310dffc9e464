import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listEntries } from '../../../../local/s3/listing/list-entries.ts';
import { compareUtf8 } from '../../../../local/s3/store/compare-utf8.ts';

/** The definition, written down without regard to speed: what one endless page would hold. */
const expectedItems = (keys: readonly string[], prefix: string, delimiter: string) =>
  [
    ...new Set(
      keys
        .filter((key) => key.startsWith(prefix))
        .map((key) => {
          const at = delimiter === '' ? -1 : key.slice(prefix.length).indexOf(delimiter);
          return at < 0 ? `key ${key}` : `prefix ${key.slice(0, prefix.length + at + delimiter.length)}`;
        }),
    ),
  ].sort();

const allPages = (
  keys: readonly string[],
  query: { prefix: string; delimiter: string; maxEntries: number },
) => {
  const items: string[] = [];
  let afterKey = '';
  for (;;) {
    const page = listEntries({ ...query, keys, afterKey, expand: (key) => [{ id: 'null', value: key }] });
    items.push(
      ...page.values.map((key) => `key ${key}`),
      ...page.commonPrefixes.map((one) => `prefix ${one}`),
    );
    if (page.next === undefined) return items.sort();
    expect(page.values.length + page.commonPrefixes.length).toBe(query.maxEntries);
    afterKey = page.next.key;
  }
};

describe('listEntries', () => {
  it('shows every key or common prefix exactly once, however small the pages', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '😀'), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(
          text.filter((key) => key !== ''),
          { maxLength: 30 },
        ),
        fc.constantFrom('', 'a', 'a/', '/', 'é'),
        fc.constantFrom('', '/', 'b', 'a/'),
        fc.integer({ min: 1, max: 5 }),
        (unsorted, prefix, delimiter, maxEntries) => {
          const keys = unsorted.sort(compareUtf8);
          expect(allPages(keys, { prefix, delimiter, maxEntries })).toEqual(
            expectedItems(keys, prefix, delimiter),
          );
        },
      ),
    );
  });

  it('goes on within the entries of one key', () => {
    const versions = { a: ['3', '2', '1'], b: ['9'] };
    const expand = (key: string) =>
      (versions[key as 'a' | 'b'] ?? []).map((id) => ({ id, value: `${key}${id}` }));
    const query = { keys: ['a', 'b'], prefix: '', delimiter: '', maxEntries: 2, expand };
    const first = listEntries({ ...query, afterKey: '' });
    expect(first).toEqual({ values: ['a3', 'a2'], commonPrefixes: [], next: { key: 'a', id: '2' } });
    const second = listEntries({ ...query, afterKey: 'a', afterId: '2' });
    expect(second).toEqual({ values: ['a1', 'b9'], commonPrefixes: [], next: undefined });
  });

  it('gives an empty page, and no next one, when no entries are wanted', () => {
    const query = { keys: ['a'], prefix: '', delimiter: '', afterKey: '', maxEntries: 0 };
    expect(listEntries({ ...query, expand: (key) => [{ id: '', value: key }] })).toEqual({
      values: [],
      commonPrefixes: [],
      next: undefined,
    });
  });
});
