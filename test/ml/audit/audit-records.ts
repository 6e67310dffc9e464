import { createHash } from 'node:crypto';
import type { AuditFact, AuditRecord } from '../../../ml/audit/audit-record.ts';
import { type ChainHead, headHash, type SignedHead } from '../../../ml/audit/chain-head.ts';
import { linkRecord } from '../../../ml/audit/link-record.ts';

/** A fact that differs from others by its number only. */
export const auditFact = (number: number): AuditFact => ({
  at: '2026-03-01T12:00:00.000Z',
  actor: { pseudonym: '0123456789abcdef0123456789abcdef', role: 'admin' },
  action: 'features.extract',
  subject: 'fedcba9876543210fedcba9876543210',
  outcome: 'done',
  requestId: `request-${number}`,
  recordId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
});

/** A chain of so many records. @param salt - another one gives another chain */
export const auditChain = (length: number, salt = 0): AuditRecord[] => {
  const records: AuditRecord[] = [];
  for (let number = 1; number <= length; number += 1) {
    records.push(linkRecord(auditFact(number + salt), records.at(-1)));
  }
  return records;
};

/** Heads over a chain, each of so many records. */
export const headsOver = (records: readonly AuditRecord[], perHead: number): ChainHead[] => {
  const heads: ChainHead[] = [];
  for (let from = 0; from < records.length; from += perHead) {
    const before = heads.at(-1);
    heads.push({
      schemaVersion: 1,
      number: heads.length + 1,
      fromSequence: from + 1,
      hashes: records.slice(from, from + perHead).map(({ hash }) => hash),
      previousHead: before === undefined ? null : headHash(before),
      signedAt: '2026-03-01T12:01:00.000Z',
    });
  }
  return heads;
};

/** Stands for our key's signature of a text. */
export const stamp = (text: string): string => createHash('sha256').update(`key ${text}`).digest('base64');

/** Stands for a signature: only who knows the word makes it. */
export const signed = (head: ChainHead): SignedHead => ({
  head,
  signature: stamp(headHash(head)),
  keyId: 'our-key',
});

export const isStamped = (text: string, signature: string, keyId: string): boolean =>
  keyId === 'our-key' && signature === stamp(text);
