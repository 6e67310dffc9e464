import { DomainError } from '../domain-error.ts';

/** A model file that is torn, or that holds another network than the one that was asked for. */
export class InvalidModelError extends DomainError {
  readonly code = 'invalid-model';
}
