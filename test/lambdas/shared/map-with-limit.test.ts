import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapWithLimit } from '../../../lambdas/shared/map-with-limit.ts';

it('keeps the order and never exceeds the limit, whatever finishes first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.integer(), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (scheduler, items, limit) => {
        let running = 0;
        let most = 0;
        const results = mapWithLimit(items, limit, async (item, index) => {
          running += 1;
          most = Math.max(most, running);
          await scheduler.schedule(Promise.resolve());
          running -= 1;
          return [item, index];
        });
        await scheduler.waitFor(results);
        expect(await results).toEqual(items.map((item, index) => [item, index]));
        expect(most).toBeLessThanOrEqual(limit);
      },
    ),
  );
});

it('starts nothing more after a failure and throws the first one', async () => {
  const started: number[] = [];
  const work = mapWithLimit([1, 2, 3, 4], 1, async (item) => {
    started.push(item);
    if (item === 2) throw new Error('two');
  });
  await expect(work).rejects.toThrow('two');
  expect(started).toEqual([1, 2]);
});
