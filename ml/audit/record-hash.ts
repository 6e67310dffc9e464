import { createHash } from 'node:crypto';
import type { AuditRecord } from './audit-record.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * SHA-256 of a record's canonical text, its own hash left out. As the hash before is part of the text, it stands for
 * every record up to this one (Haber & Stornetta 1991, How to Time-Stamp a Digital Document).
 *
 * @returns 64 hexadecimal digits
 */
export const recordHash = (record: Omit<AuditRecord, 'hash'>): string => {
  const { hash: _, ...content }: Omit<AuditRecord, 'hash'> & { readonly hash?: string } = record;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
};
