import { expect, test } from 'vitest';
import type { Environment } from '../../../local/lambda/environment.ts';
import { makeEnvironmentBudget } from '../../../local/lambda/environment-budget.ts';

const makeEnvironment = (): Environment => {
  let isDead = false;
  return {
    get isDead() {
      return isDead;
    },
    invoke: async () => ({ payload: 'null', failed: false, durationMs: 0, heapBytes: 0 }),
    close: async () => {
      isDead = true;
    },
  };
};

const [a, b, c, d] = [makeEnvironment(), makeEnvironment(), makeEnvironment(), makeEnvironment()];

test('a new environment takes the place of the one that has been idle longest; a busy one is never ended', () => {
  const budget = makeEnvironmentBudget(2);
  for (const environment of [a, b, c]) budget.add(environment);
  expect([a, b, c].map(({ isDead }) => isDead)).toEqual([false, false, false]);

  budget.markIdle(b);
  budget.markIdle(a);
  budget.markIdle(c);
  budget.markBusy(c);
  budget.add(d);
  expect([a, b, c, d].map(({ isDead }) => isDead)).toEqual([true, true, false, false]);
});
