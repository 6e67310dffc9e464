import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRecord, genesisHash } from '../../../ml/audit/audit-record.ts';
import type { ChainHead } from '../../../ml/audit/chain-head.ts';
import { type ChainVerdict, chainVerifier } from '../../../ml/audit/chain-verifier.ts';
import { linkRecord } from '../../../ml/audit/link-record.ts';
import { recordHash } from '../../../ml/audit/record-hash.ts';
import { auditChain, auditFact, headsOver } from './audit-records.ts';

const verdictOn = (records: readonly unknown[], heads: readonly ChainHead[]): ChainVerdict => {
  const verifier = chainVerifier(heads);
  for (const record of records) verifier.add(record);
  return verifier.result();
};

/** The chain written anew from one sequence on, as somebody would who knows how hashes are made. */
const rewrittenFrom = (records: readonly AuditRecord[], sequence: number): AuditRecord[] => {
  const kept = records.slice(0, sequence - 1);
  for (const old of records.slice(sequence - 1)) {
    const { schemaVersion: _v, sequence: _s, previousHash: _p, hash: _h, ...fact } = old;
    const changed = old.sequence === sequence ? { ...fact, outcome: 'refused' as const } : fact;
    kept.push(linkRecord(changed, kept.at(-1)));
  }
  return kept;
};

describe('a chain of records', () => {
  it('has the hash that sha256sum gives for the canonical text', () => {
    // printf '%s' '{"action":"features.extract","actor":{"pseudonym":"0123456789abcdef0123456789abcdef","role":"admin"},"at":"2026-03-01T12:00:00.000Z","outcome":"done","previousHash":"0f9f01fffbc24a5f4e843588c95c0c34d722497ba475a614300da71f608f3173","recordId":"00000000-0000-4000-8000-000000000001","requestId":"request-1","schemaVersion":1,"sequence":1,"subject":"fedcba9876543210fedcba9876543210"}' | sha256sum
    expect(linkRecord(auditFact(1), undefined).hash).toBe(
      '451fc820fdb1d4d689192949f5c173a347502b274919d45a006856163e1b4885',
    );
    // printf 'wellcast audit trail' | sha256sum
    expect(genesisHash).toBe('0f9f01fffbc24a5f4e843588c95c0c34d722497ba475a614300da71f608f3173');
  });

  it('is sound as it was written, with heads over all, some or none of it', () => {
    const records = auditChain(12);
    const heads = headsOver(records, 4);
    expect(verdictOn(records, heads)).toEqual({ records: 12, sealedTo: 12, unsealed: 0 });
    expect(verdictOn(records, heads.slice(0, 2))).toEqual({ records: 12, sealedTo: 8, unsealed: 4 });
    expect(verdictOn(records, [])).toEqual({ records: 12, sealedTo: 0, unsealed: 12 });
    expect(verdictOn([], [])).toEqual({ records: 0, sealedTo: 0, unsealed: 0 });
  });

  it('names the record whose content was changed, sealed or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.boolean(), (sequence, isSealed) => {
        const records = auditChain(12);
        const heads = isSealed ? headsOver(records, 5) : [];
        const tampered = records.map((record) =>
          record.sequence === sequence ? { ...record, action: 'features.delete' } : record,
        );
        expect(verdictOn(tampered, heads).problem).toEqual({ kind: 'changed', sequence });
      }),
    );
  });

  it('names the record from which a sealed chain was hashed anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (sequence) => {
        const records = auditChain(12);
        const heads = headsOver(records, 5).slice(0, 2);
        const { problem } = verdictOn(rewrittenFrom(records, sequence), heads);
        expect(problem).toEqual({ kind: 'rehashed', sequence });
      }),
    );
  });

  it('names the first of the newest records that were cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), (left) => {
        const records = auditChain(12);
        const { problem } = verdictOn(records.slice(0, left), headsOver(records, 5));
        expect(problem).toEqual({ kind: 'truncated', sequence: left + 1 });
      }),
    );
  });

  it('cannot know of records that were cut off after the newest head, and says how many stand so', () => {
    const records = auditChain(12);
    const heads = headsOver(records, 5).slice(0, 2);
    expect(verdictOn(records.slice(0, 10), heads)).toEqual({ records: 10, sealedTo: 10, unsealed: 0 });
    expect(verdictOn(records, heads).unsealed).toBe(2);
  });

  it('names a record that was taken from the middle, and one that is there twice', () => {
    const records = auditChain(6);
    expect(verdictOn(records.toSpliced(2, 1), []).problem).toEqual({ kind: 'missing', sequence: 3 });
    expect(verdictOn(records.toSpliced(3, 0, records[2]!), []).problem).toEqual({
      kind: 'forked',
      sequence: 3,
    });
  });

  it('names a record that follows on another than the one before', () => {
    const records = auditChain(6);
    const { hash: _, ...content } = { ...records[3]!, action: 'features.delete' };
    const alone = records.with(3, { ...content, hash: recordHash(content) });
    expect(verdictOn(alone, []).problem).toEqual({ kind: 'unlinked', sequence: 5 });
    expect(verdictOn(alone, headsOver(records, 6)).problem).toEqual({ kind: 'rehashed', sequence: 4 });
  });

  it('names what is no record, and trusts nothing after it', () => {
    const records: unknown[] = auditChain(4);
    expect(verdictOn(records.with(1, { sequence: 2 }), [])).toEqual({
      records: 4,
      sealedTo: 0,
      unsealed: 1,
      problem: { kind: 'unreadable', sequence: 2 },
    });
    const extra = records.with(1, { ...(records[1] as AuditRecord), note: 'x' });
    expect(verdictOn(extra, []).problem).toEqual({ kind: 'unreadable', sequence: 2 });
  });
});
