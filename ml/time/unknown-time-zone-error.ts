import { DomainError } from '../domain-error.ts';

/** A time zone was named that the IANA database does not have. */
export class UnknownTimeZoneError extends DomainError {
  readonly code = 'unknown-time-zone';
}
