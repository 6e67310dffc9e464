import { isTransient } from './is-transient.ts';

/** What a service says of the one thing that it was asked for, and would not say of another. */
const aboutTheRequest = new Set([
  'ValidationException',
  'InvalidRequestException',
  'TextSizeLimitExceededException',
  'UnsupportedLanguageException',
]);

/**
 * Whether an AWS call failed at the service or on the way to it, whatever was asked for: a passing reason, or one that
 * lasts until somebody mends it, such as a right, a key or a table that is gone.
 */
export const isServiceFault = (error: unknown): boolean => {
  if (isTransient(error)) return true;
  if (!(error instanceof Error)) return false;
  if (error.name === 'CredentialsProviderError') return true;
  return '$metadata' in error && !aboutTheRequest.has(error.name);
};
