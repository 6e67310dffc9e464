import { DomainError } from '../domain-error.ts';

/** A row that must not reach a file: a feature that is no finite number, or a shape that differs from the schema. */
export class InvalidRowError extends DomainError {
  readonly code = 'invalid-row';
}
