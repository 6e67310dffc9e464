import { DomainError } from '../../../ml/domain-error.ts';

/** S3 refused, after retries. */
export class StorageFailedError extends DomainError {
  readonly code = 'storage-failed';

  constructor(what: string, options?: ErrorOptions) {
    super(
      `${what} Check the bucket's policy, its key and its space, and invoke again with the same idempotencyKey.`,
      {},
      options,
    );
  }
}
