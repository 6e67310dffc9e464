import type { AuditTrail } from '../../shared/ports/audit-trail.ts';
import type { Caller } from '../auth/caller.ts';

/** What every request carries with it through the app. */
export interface PreparationEnv {
  readonly Bindings: {
    /** The gateway's event. */
    readonly event: unknown;
    /** The invocation's id, under which the log has the details. */
    readonly requestId: string;
  };
  readonly Variables: {
    readonly caller: Caller;
    readonly audit: AuditTrail;
    /** Rows that an operation has worked on, for its metrics. */
    readonly rows?: number;
  };
}
