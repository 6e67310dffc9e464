import { DomainError } from '../../../ml/domain-error.ts';

/** Others came first at every try to add a record to the audit trail. */
export class AuditContendedError extends DomainError {
  readonly code = 'audit-contended';

  constructor(attempts: number) {
    super(
      `The audit trail was being written by others at each of ${attempts} tries, so nothing was done; send the request again.`,
      { attempts },
    );
  }
}
