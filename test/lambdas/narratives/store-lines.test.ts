import { describe, expect, it } from 'vitest';
import { fileOf, leaseMs, memoryShelf } from './memory-shelf.ts';

const duplicate = { success: false, reason: 'duplicate' };
const inProgress = { success: false, reason: 'in-progress', retryable: true };

describe('lines', () => {
  it('of one batch become one part, named by 64 hexadecimal digits under domain and month', async () => {
    const shelf = memoryShelf();
    const outcomes = await shelf.store(['a', 'b']);
    const [key] = shelf.keys('training-parts/');
    expect(key).toMatch(/^training-parts\/sleep_wellness\/2025\/06\/[0-9a-f]{64}\.jsonl$/);
    expect(outcomes).toEqual([
      { success: true, partKey: key },
      { success: true, partKey: key },
    ]);
    expect(shelf.current.get(key!)?.body.toString()).toBe('{"example":"a"}\n{"example":"b"}\n');
  });

  it('that are there already are duplicates, before and after they were folded', async () => {
    const shelf = memoryShelf();
    await shelf.store(['a']);
    expect(await shelf.store(['a'])).toEqual([duplicate]);
    await shelf.compact();
    expect(await shelf.store(['a', 'b'])).toMatchObject([duplicate, { success: true }]);
  });

  it('count as written when only the answer was lost and the client asked again', async () => {
    const shelf = memoryShelf();
    const outcomes = await shelf.store(['a'], {
      create: async (key, content) => {
        await shelf.objects.create(key, content);
        return shelf.objects.create(key, content);
      },
    });
    expect(outcomes).toMatchObject([{ success: true }]);
    expect(await shelf.read()).toEqual(['a']);
  });
});

describe('a writer that died', () => {
  const dies = async () => {
    throw new Error('killed');
  };

  it('holds its lines until its lease is over, and then whoever meets them writes them', async () => {
    const shelf = memoryShelf();
    await expect(shelf.store(['a'], { create: dies })).rejects.toThrow('killed');
    expect(await shelf.store(['a'])).toEqual([inProgress]);
    shelf.advance(leaseMs);
    expect(await shelf.store(['a'])).toMatchObject([{ success: true }]);
    expect(await shelf.read()).toEqual(['a']);
  });

  it('after it wrote has its lines found, also when they are folded by then', async () => {
    for (const folded of [false, true]) {
      const shelf = memoryShelf();
      const writesAndDies = async (...[key, content]: Parameters<typeof shelf.objects.create>) => {
        await shelf.objects.create(key, content);
        return dies();
      };
      await expect(shelf.store(['a', 'b'], { create: writesAndDies })).rejects.toThrow('killed');
      if (folded) await shelf.compact();
      shelf.advance(leaseMs);
      expect(await shelf.store(['a'])).toEqual([duplicate]);
      // Its part is closed by now, and empty: that must not pass for never written.
      expect(await shelf.store(['b'])).toEqual([duplicate]);
      expect(await shelf.read()).toEqual(['a', 'b']);
    }
  });
});

describe('a writer that stalls for longer than its lease', () => {
  it('writes what nobody took from it, at once and elsewhere, and nothing twice', async () => {
    const shelf = memoryShelf();
    let stalled = false;
    const outcomes = await shelf.store(['a', 'b'], {
      create: async (key, content) => {
        if (!stalled) {
          stalled = true;
          shelf.advance(leaseMs);
          expect(await shelf.store(['a'])).toMatchObject([{ success: true }]);
        }
        return shelf.objects.create(key, content);
      },
    });
    expect(outcomes).toMatchObject([duplicate, { success: true }]);
    expect(await shelf.read()).toEqual(['a', 'b']);
  });
});

describe('a part', () => {
  it('that a late retry writes again after it was folded and deleted is not seen, and goes', async () => {
    const shelf = memoryShelf();
    await shelf.store(['a']);
    const [key] = shelf.keys('training-parts/');
    const content = { body: shelf.current.get(key!)!.body, contentType: 'application/jsonl' };
    for (const name of ['b', 'c', 'd']) {
      await shelf.compact();
      await shelf.store([name]);
    }
    await shelf.objects.create(key!, content);
    expect(await shelf.read()).toEqual(['a', 'b', 'c', 'd']);
    await shelf.compact();
    expect(shelf.keys('training-parts/')).toEqual([]);
    expect(shelf.current.get(fileOf())?.body.toString()).toBe(
      ['a', 'b', 'c', 'd'].map((name) => `{"example":"${name}"}\n`).join(''),
    );
  });
});
