import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { executionName } from '../../../lambdas/prepare-training-data/execution-name.ts';

describe('the name of an execution', () => {
  it('is the date of the month for a key of the schedule', () => {
    expect(executionName('monthly-2026-11-01T00:00:00Z', 1)).toBe('monthly-2026-11-01');
    expect(executionName('monthly-2026-11-01T00:00:00Z', 3)).toBe('monthly-2026-11-01-3');
  });

  it('tells nothing of any other key, which may hold a name', () => {
    for (const key of ['anna.schmidt@example.org', 'monthly-anna', 'monthly-2026-11-01T00:00:00Z anna']) {
      expect(executionName(key, 1)).toMatch(/^key-[0-9a-f]{32}$/);
    }
  });

  it('is legal for Step Functions, and another for another key or attempt', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 50 }), (one, other, attempt) => {
        const name = executionName(one, attempt);
        // StartExecution: 1–80 characters; letters, digits, - and _ are always allowed.
        expect(name).toMatch(/^[A-Za-z0-9_-]{1,80}$/);
        if (one !== other) expect(executionName(other, attempt)).not.toBe(name);
        expect(executionName(one, attempt + 1)).not.toBe(name);
      }),
    );
  });
});
