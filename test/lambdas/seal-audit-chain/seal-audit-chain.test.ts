import { describe, expect, it } from 'vitest';
import { makeSealAuditChain } from '../../../lambdas/seal-audit-chain/seal-audit-chain.ts';
import { verifyAudit } from '../../../lambdas/shared/audit/verify-audit.ts';
import type { AuditHeads } from '../../../lambdas/shared/ports/audit-heads.ts';
import type { AuditRecord } from '../../../ml/audit/audit-record.ts';
import { maxRecordsPerHead, SignedHead } from '../../../ml/audit/chain-head.ts';
import { linkRecord } from '../../../ml/audit/link-record.ts';
import { auditChain, auditFact, isStamped, stamp } from '../../ml/audit/audit-records.ts';
import { recordingTelemetry } from '../support/recording-telemetry.ts';

const setUp = (records: AuditRecord[]) => {
  const stored: unknown[] = [];
  const heads: AuditHeads = {
    newest: async () => stored.at(-1),
    add: async (head) => {
      if (stored.length >= head.head.number) return false;
      stored.push(structuredClone(head));
      return true;
    },
    history: async () => stored.map((content, index) => ({ number: index + 1, content })),
  };
  const deps = {
    records: {
      read: async function* (from: number) {
        yield* records.filter(({ sequence }) => sequence >= from);
      },
    },
    heads,
    signer: {
      sign: async (text: string) => ({ signature: stamp(text), keyId: 'our-key' }),
      checker: async () => isStamped,
    },
    clock: { now: () => Date.UTC(2026, 2, 1) },
    telemetry: recordingTelemetry().telemetry,
  };
  return { seal: () => makeSealAuditChain(deps)({}), verify: () => verifyAudit(deps), stored, heads };
};

describe('sealing the audit chain', () => {
  it('signs for each record once, as many heads as it takes, and for nothing where nothing is new', async () => {
    const records = auditChain(maxRecordsPerHead + 20);
    const { seal, verify } = setUp(records);
    const sealedTo = records.length;
    expect(await seal()).toEqual({ sealed: sealedTo, headNumber: 2, sealedTo });
    expect(await seal()).toEqual({ sealed: 0, headNumber: 2, sealedTo });
    records.push(linkRecord(auditFact(99_999), records.at(-1)));
    expect(await seal()).toEqual({ sealed: 1, headNumber: 3, sealedTo: sealedTo + 1 });
    expect(await verify()).toMatchObject({ isSound: true, heads: 3, unsealed: 0 });
  });

  it('has nothing to sign before the first record', async () => {
    expect(await setUp([]).seal()).toEqual({ sealed: 0, headNumber: 0, sealedTo: 0 });
  });

  it('goes on from whoever was first', async () => {
    const { seal, heads, stored, verify } = setUp(auditChain(5));
    const { add } = heads;
    let isFirst = true;
    Object.assign(heads, {
      add: async (head: SignedHead) => {
        if (isFirst) {
          isFirst = false;
          await add(head);
          return false;
        }
        return add(head);
      },
    });
    expect(await seal()).toEqual({ sealed: 0, headNumber: 1, sealedTo: 5 });
    expect(stored).toHaveLength(1);
    expect(await verify()).toMatchObject({ isSound: true });
  });

  it.each([
    ['truncated', (records: AuditRecord[]) => records.splice(3)],
    ['truncated', (records: AuditRecord[]) => records.splice(0)],
    ['changed', (records: AuditRecord[]) => Object.assign(records[4]!, { action: 'other.action' })],
    ['rehashed', (records: AuditRecord[]) => records.splice(4, 1, linkRecord(auditFact(77), records[3]))],
    [
      'unlinked',
      (records: AuditRecord[]) => records.push({ ...linkRecord(auditFact(78), records[3]), sequence: 6 }),
    ],
  ] as const)('signs nothing over a chain that is %s', async (kind, tamper) => {
    const records = auditChain(5);
    const { seal, stored } = setUp(records);
    await seal();
    tamper(records);
    const refused = kind === 'unlinked' ? /changed|unlinked/ : new RegExp(kind);
    await expect(seal()).rejects.toMatchObject({
      code: 'audit-chain-broken',
      data: { kind: expect.stringMatching(refused) },
    });
    expect(stored).toHaveLength(1);
  });

  it('signs nothing after a head that is none, or that is not signed by our key', async () => {
    const { seal, stored } = setUp(auditChain(5));
    await seal();
    const good = SignedHead.parse(stored[0]);
    stored[0] = { ...good, keyId: 'their-key' };
    await expect(seal()).rejects.toMatchObject({ data: { kind: 'head-forged', number: 1 } });
    stored[0] = 'x';
    await expect(seal()).rejects.toMatchObject({ data: { kind: 'head-unreadable' } });
  });
});
