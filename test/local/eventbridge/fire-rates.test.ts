import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ScheduleSpec } from '../../../lib/catalog-shapes.ts';
import { fireRates } from '../../../local/eventbridge/fire-rates.ts';

const schedule = (name: string, expression: string): ScheduleSpec => ({
  name,
  expression,
  description: '',
  timeZone: 'UTC',
  target: 'prepareTrainingData',
  input: {},
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('fires what comes round every few minutes, whatever became of the last time, until it is stopped', () => {
  const fired: string[] = [];
  const stop = fireRates(
    [schedule('a', 'rate(1 minute)'), schedule('b', 'rate(5 minutes)'), schedule('c', 'cron(0 0 1 * ? *)')],
    (name) => {
      fired.push(name);
      return Promise.reject(new Error('the function failed'));
    },
  );
  vi.advanceTimersByTime(5 * 60_000);
  expect(fired.toSorted()).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
  stop();
  vi.advanceTimersByTime(3_600_000);
  expect(fired).toHaveLength(6);
});
