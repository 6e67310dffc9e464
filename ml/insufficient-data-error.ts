import { DomainError } from './domain-error.ts';

/** A calculation was asked of fewer values than it needs. */
export class InsufficientDataError extends DomainError {
  readonly code = 'insufficient-data';
}
