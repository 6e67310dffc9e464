import { DomainError } from '../../../ml/domain-error.ts';

/** What a snapshot names was replaced or deleted, and its bucket keeps no versions. */
export class ObjectChangedError extends DomainError {
  readonly code = 'object-changed';

  constructor() {
    super('An object of the snapshot has changed since; take another snapshot, or turn on versioning.');
  }
}
