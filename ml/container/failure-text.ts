import { DomainError } from '../domain-error.ts';

/**
 * Why a training failed, in one paragraph that may be shown to anyone.
 *
 * A domain error explains itself. Of anything else only its kind is told, since its message may quote data.
 *
 * @param error - whatever was thrown
 * @example
 * failureText(new RangeError('17')) // => 'Training failed unexpectedly (RangeError). The log has the place in the code; nothing was written to the model folder that may be used.'
 */
export const failureText = (error: unknown): string => {
  if (error instanceof DomainError) return error.message.replaceAll(/\s+/g, ' ');
  const kind = error instanceof Error ? error.name : typeof error;
  return (
    `Training failed unexpectedly (${kind}). The log has the place in the code; nothing was written to the ` +
    'model folder that may be used.'
  );
};
