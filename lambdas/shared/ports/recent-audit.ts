import type { AuditRecord } from '../../../ml/audit/audit-record.ts';

/** The end of the audit trail. */
export interface RecentAudit {
  /** Newest first. */
  newest(limit: number): Promise<readonly AuditRecord[]>;
}
