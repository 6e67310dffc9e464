import { DomainError } from '../domain-error.ts';

/** What was asked for contradicts itself or the data; the message says what to ask instead. */
export class InvalidRequestError extends DomainError {
  readonly code = 'invalid-request';
}
