import { DomainError } from '../../../ml/domain-error.ts';

/** No erasure has this id. */
export class ErasureNotFoundError extends DomainError {
  readonly code = 'erasure-not-found';

  constructor() {
    super('There is no erasure of this id; take the id from the answer to DELETE /subjects/{userId}.');
  }
}
