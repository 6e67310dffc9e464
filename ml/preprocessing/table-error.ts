import { DomainError } from '../domain-error.ts';

/** A table cannot be used as it stands; the message names file, line and column, never a cell's content. */
export class TableError extends DomainError {
  readonly code = 'unusable-table';
}
