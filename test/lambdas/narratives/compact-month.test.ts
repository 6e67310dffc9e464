import { describe, expect, it } from 'vitest';
import { fileOf, memoryShelf } from './memory-shelf.ts';

const names = Array.from({ length: 12 }, (_, index) => `example-${String(index).padStart(2, '0')}`);
const dayMs = 24 * 60 * 60 * 1000;

describe('compaction', () => {
  it("gives the seed's file, without a part left", async () => {
    const shelf = memoryShelf();
    await shelf.store(['a']);
    await shelf.store(['b']);
    expect(await shelf.compact()).toEqual({ partsFolded: 2, contended: false });
    expect(shelf.keys('training/')).toEqual([fileOf()]);
    expect(shelf.keys('training-parts/')).toEqual([]);
    expect(await shelf.read()).toEqual(['a', 'b']);
  });

  it('finds nothing to do in a month that has no parts, and writes nothing', async () => {
    const shelf = memoryShelf();
    expect(await shelf.compact()).toEqual({ partsFolded: 0, contended: false });
    expect(shelf.current.size).toBe(0);
  });

  it('begins another file where the next part might not fit, and never touches the full one again', async () => {
    const shelf = memoryShelf();
    // A line has 25 bytes: a file of at most 100 has room for another part of at most 30 up to 70 bytes.
    for (const name of names) {
      await shelf.store([name]);
      await shelf.compact({ maxFileBytes: 100, maxPartBytes: 30 });
    }
    const sizes = shelf.keys('training/').map((key) => [key, shelf.current.get(key)?.bytes]);
    expect(sizes).toEqual([
      [fileOf(), 75],
      [fileOf('_0002'), 75],
      [fileOf('_0003'), 75],
      [fileOf('_0004'), 75],
    ]);
    expect(await shelf.read()).toEqual(names);
  });

  it('fills a file no further than the limit it was begun with, whatever the setting is now', async () => {
    const shelf = memoryShelf();
    for (const name of names.slice(0, 4)) {
      await shelf.store([name]);
      await shelf.compact({
        maxFileBytes: shelf.keys('training/').length === 0 ? 60 : 1000,
        maxPartBytes: 30,
      });
    }
    expect(shelf.keys('training/').map((key) => shelf.current.get(key)?.bytes)).toEqual([50, 50]);
  });

  it('starts over when another one was first, and gives up a month that is too busy', async () => {
    const shelf = memoryShelf();
    await shelf.store(['a']);
    let losses = 0;
    const beaten = {
      create: async (...[key, content]: Parameters<typeof shelf.objects.create>) => {
        if (!key.startsWith('training/')) return shelf.objects.create(key, content);
        losses += 1;
        return false;
      },
    };
    expect(await shelf.compact(undefined, beaten)).toEqual({ partsFolded: 0, contended: true });
    expect(losses).toBe(10);
    expect(await shelf.read()).toEqual(['a']);
  });

  it('forgets closed parts and old fold lists after a day, and not before', async () => {
    const shelf = memoryShelf();
    await shelf.objects.create('training-parts/sleep_wellness/2025/06/closed.jsonl', {
      body: '',
      contentType: 'application/jsonl',
    });
    for (const name of names) {
      await shelf.store([name]);
      await shelf.compact();
    }
    shelf.advance(dayMs - 1);
    await shelf.compact();
    expect(shelf.keys('training-folds/')).toHaveLength(names.length);
    expect(shelf.keys('training-parts/')).toHaveLength(1);
    shelf.advance(2);
    await shelf.compact();
    expect(shelf.keys('training-folds/')).toHaveLength(1);
    expect(shelf.keys('training-parts/')).toEqual([]);
    expect(await shelf.read()).toEqual(names);
  });
});
