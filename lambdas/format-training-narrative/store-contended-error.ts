import { DomainError } from '../../ml/domain-error.ts';

/** Others wrote the same lines at the same time, again and again. */
export class StoreContendedError extends DomainError {
  readonly code = 'store-contended';

  constructor() {
    super('Others were writing the same lines at the same time; send them again.');
  }
}
