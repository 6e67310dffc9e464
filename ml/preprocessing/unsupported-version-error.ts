import { DomainError } from '../domain-error.ts';

/** Something saved carries a schema version that this reader does not know. */
export class UnsupportedVersionError extends DomainError {
  readonly code = 'unsupported-version';
}
