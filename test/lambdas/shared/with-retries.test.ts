import { expect, it } from 'vitest';
import { isTransient } from '../../../lambdas/shared/is-transient.ts';
import { withRetries } from '../../../lambdas/shared/with-retries.ts';
import { fakeSleep } from '../support/fake-sleep.ts';

const failing = (times: number) => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    return calls;
  };
};
const policy = (random: () => number) => {
  const { sleep, waitsMs } = fakeSleep();
  let retries = 0;
  const onRetry = () => {
    retries += 1;
  };
  return {
    waitsMs,
    retries: () => retries,
    policy: {
      attempts: 5,
      baseDelayMs: 100,
      maxDelayMs: 500,
      sleep,
      random,
      retryable: isTransient,
      onRetry,
    },
  };
};

it('waits up to 100, 200, 400, then 500 ms: doubling bounds, capped', async () => {
  const most = policy(() => 1);
  expect(await withRetries(failing(4), most.policy)).toBe(5);
  expect(most.waitsMs).toEqual([100, 200, 400, 500]);
  expect(most.retries()).toBe(4);
});

it('spreads each wait over the whole range down to nothing', async () => {
  const least = policy(() => 0);
  await withRetries(failing(2), least.policy);
  expect(least.waitsMs).toEqual([0, 0]);
});

it('gives the last error after the last attempt', async () => {
  await expect(withRetries(failing(5), policy(() => 0).policy)).rejects.toThrow('slow down');
});

it('does not repeat what would fail again', async () => {
  const once = policy(() => 0);
  await expect(withRetries(() => Promise.reject(new Error('no')), once.policy)).rejects.toThrow('no');
  expect(once.waitsMs).toEqual([]);
});

it.each([
  [{ name: 'TooManyRequestsException' }, true],
  [{ code: 'ECONNRESET' }, true],
  [{ $metadata: { httpStatusCode: 503 } }, true],
  [{ $metadata: { httpStatusCode: 429 } }, true],
  [{ $metadata: { httpStatusCode: 403 } }, false],
  [{ $metadata: null }, false],
  [{}, false],
  [undefined, false],
])('takes %j for transient: %s', (error, expected) => {
  expect(isTransient(error)).toBe(expected);
});
