import type { SignedHead } from '../../../ml/audit/chain-head.ts';
import type { StoredHead } from '../../../ml/audit/verify-heads.ts';

/** Signed heads of the audit trail, in a place where nobody can change or delete them for a time. */
export interface AuditHeads {
  /** The newest; undefined while there is none. As it was stored, to be checked. */
  newest(): Promise<unknown>;
  /** False, and nothing is stored, when there is one of this number. */
  add(head: SignedHead): Promise<boolean>;
  /** Everything that was ever put there, hidden or not: in order of number, of the same number oldest first. */
  history(): Promise<readonly StoredHead[]>;
}
