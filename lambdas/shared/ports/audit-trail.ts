import type { AuditOutcome, AuditRole } from '../../../ml/audit/audit-record.ts';

/** Something that was done with a person's data, or with what everyone's was made into. */
export interface AuditEntry {
  /** A signed-in person, or a function of ours on its own. */
  readonly actor: { readonly userId: string; readonly role: AuditRole } | { readonly function: string };
  /** Such as `features.extract`. */
  readonly action: string;
  /** Whose data; absent where it was about no one person. */
  readonly subject?: string | undefined;
  readonly outcome: AuditOutcome;
  /** Finds the log lines of the same request. */
  readonly requestId: string;
}

/** The one chain of records of this deployment. */
export interface AuditTrail {
  /**
   * Adds a record. Who must not act without a trace acts after this has been answered.
   *
   * @returns the record's place in the chain
   * @throws {AuditContendedError} when others came first at every try
   */
  append(entry: AuditEntry): Promise<{ readonly sequence: number }>;
}

/** The records as they are stored, for those who check them. */
export interface AuditRecords {
  /** In order, from a sequence on; every record whose append was answered is among them. */
  read(fromSequence: number): AsyncIterable<unknown>;
}

/** Who people are in the trail. */
export interface AuditPersons {
  /** The person's pseudonym; of somebody erased another one at every call, so that nothing can be linked. */
  pseudonymOf(userId: string): Promise<string>;
  /** Destroys the person's key for good: nobody can tell any more which records were about them. Repeatable. */
  destroyKey(userId: string): Promise<void>;
}
