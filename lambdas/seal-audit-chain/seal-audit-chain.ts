import { AuditRecord, genesisHash } from '../../ml/audit/audit-record.ts';
import {
  type ChainHead,
  headHash,
  lastSequenceOf,
  maxRecordsPerHead,
  SignedHead,
} from '../../ml/audit/chain-head.ts';
import { type ChainPlace, chainVerifier } from '../../ml/audit/chain-verifier.ts';
import { recordHash } from '../../ml/audit/record-hash.ts';
import { AuditChainBrokenError } from '../shared/audit/audit-chain-broken-error.ts';
import type { AuditHeads } from '../shared/ports/audit-heads.ts';
import type { AuditRecords } from '../shared/ports/audit-trail.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { Signer } from '../shared/ports/signer.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { SealAuditChainRequest, SealAuditChainResult } from './schema.ts';

export interface SealAuditChainDeps {
  readonly records: AuditRecords;
  readonly heads: AuditHeads;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Signs for every record that no head vouches for yet. Nothing is signed that does not follow on what was signed
 * before, so that a chain that was cut off or written anew is noticed within a schedule's beat and stays as it is.
 *
 * @throws {AuditChainBrokenError} when the chain or the newest head is not as it was left
 */
export const makeSealAuditChain =
  (deps: SealAuditChainDeps) =>
  async (_request: SealAuditChainRequest): Promise<SealAuditChainResult> => {
    let sealed = 0;
    for (;;) {
      const newest = await readNewest(deps);
      const hashes = await hashesAfter(deps.records, newest);
      if (hashes.length === 0) {
        const sealedTo = newest === undefined ? 0 : lastSequenceOf(newest);
        deps.telemetry.count('AuditRecordsSealed', sealed);
        deps.telemetry.info('audit chain sealed', { sealed, sealedTo });
        return { sealed, headNumber: newest?.number ?? 0, sealedTo };
      }
      // Where somebody else was first, the next round goes on from there.
      if (await addHead(deps, newest, hashes)) sealed += hashes.length;
    }
  };

const readNewest = async ({ heads, signer }: SealAuditChainDeps): Promise<ChainHead | undefined> => {
  const stored = await heads.newest();
  if (stored === undefined) return undefined;
  const parsed = SignedHead.safeParse(stored);
  if (!parsed.success) throw new AuditChainBrokenError({ kind: 'head-unreadable' });
  const { head, signature, keyId } = parsed.data;
  const isSigned = await signer.checker();
  if (!isSigned(headHash(head), signature, keyId)) {
    throw new AuditChainBrokenError({ kind: 'head-forged', number: head.number });
  }
  return head;
};

/** Of the records after a head, at most as many as the next one holds. The newest that it vouches for is checked too. */
const hashesAfter = async (
  records: AuditRecords,
  newest: ChainHead | undefined,
): Promise<readonly string[]> => {
  const place = placeOf(newest);
  const verifier = chainVerifier([], place);
  const hashes: string[] = [];
  let isBeginning = newest !== undefined;
  for await (const stored of records.read(Math.max(1, place.sequence))) {
    if (isBeginning) {
      requireSealed(stored, place);
      isBeginning = false;
      continue;
    }
    verifier.add(stored);
    const { problem } = verifier.result();
    if (problem !== undefined) throw new AuditChainBrokenError({ ...problem });
    hashes.push(AuditRecord.parse(stored).hash);
    if (hashes.length === maxRecordsPerHead) break;
  }
  if (isBeginning) throw new AuditChainBrokenError({ kind: 'truncated', sequence: place.sequence });
  return hashes;
};

const placeOf = (head: ChainHead | undefined): ChainPlace =>
  head === undefined
    ? { sequence: 0, hash: genesisHash }
    : { sequence: lastSequenceOf(head), hash: head.hashes.at(-1) ?? '' };

const requireSealed = (stored: unknown, { sequence, hash }: ChainPlace): void => {
  const { data: record } = AuditRecord.safeParse(stored);
  if (record?.sequence !== sequence) throw new AuditChainBrokenError({ kind: 'truncated', sequence });
  if (recordHash(record) !== record.hash) throw new AuditChainBrokenError({ kind: 'changed', sequence });
  if (record.hash !== hash) throw new AuditChainBrokenError({ kind: 'rehashed', sequence });
};

/** @returns false when somebody else was first */
const addHead = async (
  { heads, signer, clock }: SealAuditChainDeps,
  newest: ChainHead | undefined,
  hashes: readonly string[],
): Promise<boolean> => {
  const head: ChainHead = {
    schemaVersion: 1,
    number: (newest?.number ?? 0) + 1,
    fromSequence: placeOf(newest).sequence + 1,
    hashes: [...hashes],
    previousHead: newest === undefined ? null : headHash(newest),
    signedAt: new Date(clock.now()).toISOString(),
  };
  return heads.add({ head, ...(await signer.sign(headHash(head))) });
};
