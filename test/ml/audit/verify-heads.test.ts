import { describe, expect, it } from 'vitest';
import { type HeadVerdict, type StoredHead, verifyHeads } from '../../../ml/audit/verify-heads.ts';
import { auditChain, headsOver, isStamped, signed } from './audit-records.ts';

const heads = headsOver(auditChain(12), 3);
const stored: readonly StoredHead[] = heads.map((head) => ({ number: head.number, content: signed(head) }));
const problemOf = (given: readonly StoredHead[]): HeadVerdict['problem'] =>
  verifyHeads(given, isStamped).problem;

describe('signed heads', () => {
  it('are trusted where each is signed and follows on the one before', () => {
    expect(verifyHeads(stored, isStamped)).toEqual({ heads });
    expect(verifyHeads([], isStamped)).toEqual({ heads: [] });
  });

  it('are trusted up to the first that is not signed by our key', () => {
    const head = heads[2]!;
    const changed = { ...signed(head), head: { ...head, hashes: head.hashes.toReversed() } };
    expect(verifyHeads(stored.with(2, { number: 3, content: changed }), isStamped)).toEqual({
      heads: heads.slice(0, 2),
      problem: { kind: 'head-forged', number: 3 },
    });
    const foreign = { ...signed(head), keyId: 'their-key' };
    expect(problemOf(stored.with(2, { number: 3, content: foreign }))).toEqual({
      kind: 'head-forged',
      number: 3,
    });
  });

  it('have no gaps, and one that is absent is named', () => {
    expect(problemOf(stored.toSpliced(1, 1))).toEqual({ kind: 'head-missing', number: 2 });
    expect(problemOf(stored.slice(1))).toEqual({ kind: 'head-missing', number: 1 });
  });

  it('follow on each other, so that a signed head of another chain has no place', () => {
    const other = headsOver(auditChain(12, 100), 3)[1]!;
    expect(problemOf(stored.with(1, { number: 2, content: signed(other) }))).toEqual({
      kind: 'head-unlinked',
      number: 2,
    });
  });

  it('show when one was hidden or covered, and the older is believed', () => {
    const marker = { number: 4, content: undefined };
    expect(verifyHeads([...stored, marker], isStamped)).toEqual({
      heads,
      problem: { kind: 'head-hidden', number: 4 },
    });
    const again = { number: 4, content: signed(heads[3]!) };
    expect(problemOf([...stored, again])).toEqual({ kind: 'head-hidden', number: 4 });
  });

  it('show a fork: two signed heads of one number that say different things', () => {
    const other = { ...heads[3]!, hashes: heads[3]!.hashes.slice(0, 1) };
    expect(problemOf([...stored, { number: 4, content: signed(other) }])).toEqual({
      kind: 'head-forked',
      number: 4,
    });
  });

  it('are named where they cannot be read', () => {
    expect(problemOf(stored.with(0, { number: 1, content: 'x' }))).toEqual({
      kind: 'head-unreadable',
      number: 1,
    });
    expect(problemOf(stored.with(0, { number: 1, content: signed(heads[1]!) }))).toEqual({
      kind: 'head-unreadable',
      number: 1,
    });
  });
});
