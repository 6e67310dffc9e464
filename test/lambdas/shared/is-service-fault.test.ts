import { describe, expect, it } from 'vitest';
import { isServiceFault } from '../../../lambdas/shared/is-service-fault.ts';

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('as AWS said'), { name, $metadata: { httpStatusCode } });

describe('a failed call of AWS', () => {
  it.each([
    answered('ProvisionedThroughputExceededException', 400),
    answered('InternalServerError', 500),
    answered('AccessDeniedException', 400),
    answered('ResourceNotFoundException', 400),
    answered('ExpiredTokenException', 400),
    Object.assign(new Error('no answer'), { name: 'TimeoutError' }),
    Object.assign(new Error('none found'), { name: 'CredentialsProviderError' }),
  ])('is the fault of the service: $name', (error) => {
    expect(isServiceFault(error)).toBe(true);
  });

  it.each([
    answered('ValidationException', 400),
    answered('TextSizeLimitExceededException', 400),
    new TypeError('undefined is not a journal'),
    'text',
    undefined,
  ])('is about what was asked for: %s', (error) => {
    expect(isServiceFault(error)).toBe(false);
  });
});
