import type { AuditOutcome } from '../../../ml/audit/audit-record.ts';

/**
 * What became of a request, as the audit trail tells it; nothing where it asked for nothing that could be understood.
 *
 * @param status - of HTTP
 * @example
 * outcomeOfStatus(403) // => 'refused'
 */
export const outcomeOfStatus = (status: number): AuditOutcome | undefined => {
  if (status < 300) return 'done';
  if (status === 404) return 'not-found';
  if (status >= 500) return 'failed';
  return [400, 413, 415].includes(status) ? undefined : 'refused';
};
