import { type AuditFact, type AuditRecord, genesisHash } from './audit-record.ts';
import { recordHash } from './record-hash.ts';

/**
 * A fact as the next record of the chain.
 *
 * @param last - the newest record; undefined for the first
 */
export const linkRecord = (
  fact: AuditFact,
  last: Pick<AuditRecord, 'sequence' | 'hash'> | undefined,
): AuditRecord => {
  const content = {
    schemaVersion: 1 as const,
    sequence: (last?.sequence ?? 0) + 1,
    ...fact,
    previousHash: last?.hash ?? genesisHash,
  };
  return { ...content, hash: recordHash(content) };
};
