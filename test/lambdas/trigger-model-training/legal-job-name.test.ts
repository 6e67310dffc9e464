import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalJobName } from '../../../lambdas/trigger-model-training/legal-job-name.ts';

/** The rule in the API reference of CreateTrainingJob, TrainingJobName; its maximum length is 63. */
const rule = /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/;

describe('a job name', () => {
  it('is legal whatever was desired', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.stringMatching(/^[a-z0-9_.-]{0,90}$/)),
        (desired) => {
          const name = legalJobName(desired);
          expect(name).toMatch(rule);
          expect(name.length).toBeLessThanOrEqual(63);
        },
      ),
    );
  });

  it('differs where the desired names differ', () => {
    const letters = fc.stringMatching(/^[ab_.-]{1,70}$/);
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        fc.pre(one !== other);
        expect(legalJobName(one)).not.toBe(legalJobName(other));
      }),
    );
  });

  it('stays as it is when it is legal', () => {
    expect(legalJobName('mindmate-crisis--1')).toBe('mindmate-crisis--1');
    expect(legalJobName('a'.repeat(63))).toBe('a'.repeat(63));
  });

  // Hashes: printf '%s' NAME | sha256sum | cut -c1-10
  it.each([
    ['my_job', 'my-job-1755cc87e3'],
    ['', 'job-e3b0c44298'],
    ['x'.repeat(80), `${'x'.repeat(52)}-d929cdeea7`],
  ])('%j becomes readable and unique', (desired, expected) => {
    expect(legalJobName(desired)).toBe(expected);
  });
});
