import { describe, expect, it } from 'vitest';
import { parsePrepareTrainingDataRequest } from '../../../lambdas/prepare-training-data/schema.ts';

describe('the request', () => {
  it('has the documented defaults', () => {
    expect(parsePrepareTrainingDataRequest({})).toEqual({
      minDays: 60,
      validationSplit: 0.2,
      days: 30,
      cutoffsPerUser: 1,
      cutoffStrideDays: 7,
      labelPolicy: 'any',
      splitBy: 'user',
      balance: 'both',
      seed: 1,
      maxFailedUserFraction: 0.1,
      triggerTraining: true,
    });
  });

  it.each([
    [{ minDay: 60 }, 'minDay'],
    [{ minDays: 6 }, 'minDays'],
    [{ minDays: 3651 }, 'minDays'],
    [{ minDays: '60' }, 'minDays'],
    [{ validationSplit: 0.04 }, 'validationSplit'],
    [{ validationSplit: 0.51 }, 'validationSplit'],
    [{ days: 366 }, 'days'],
    [{ asOf: '2025-01-01T00:00:00' }, 'asOf'],
    [{ asOf: '2025-01-01' }, 'asOf'],
    [{ cutoffsPerUser: 53 }, 'cutoffsPerUser'],
    [{ cutoffStrideDays: 0 }, 'cutoffStrideDays'],
    [{ labelPolicy: 'all' }, 'labelPolicy'],
    [{ splitBy: 'row' }, 'splitBy'],
    [{ balance: true }, 'balance'],
    [{ seed: 1.5 }, 'seed'],
    [{ maxFailedUserFraction: 1.1 }, 'maxFailedUserFraction'],
    [{ triggerTraining: 'yes' }, 'triggerTraining'],
    [{ idempotencyKey: 'x'.repeat(65) }, 'idempotencyKey'],
  ])('%j is refused, naming the field', (request, field) => {
    expect(() => parsePrepareTrainingDataRequest(request)).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(field) }),
    );
  });

  it('never has its texts repeated in a refusal', () => {
    expect(() => parsePrepareTrainingDataRequest({ asOf: 'canary text' })).toThrow(
      /a text of 11 characters arrived/,
    );
  });
});
