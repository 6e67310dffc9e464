import { AuditRecord, genesisHash } from './audit-record.ts';
import { type ChainHead, lastSequenceOf } from './chain-head.ts';
import type { ChainFault, ChainProblem } from './chain-problem.ts';
import { recordHash } from './record-hash.ts';

export interface ChainVerdict {
  /** Records looked at. */
  readonly records: number;
  /** Sequence up to which signed heads vouch; 0: none yet. */
  readonly sealedTo: number;
  /** Records after that, which a truncation could still take without a trace. */
  readonly unsealed: number;
  /** The first thing that is wrong; absent: nothing is. */
  readonly problem?: ChainProblem;
}

/** Checks a chain record by record, so that memory holds one of them. */
export interface ChainVerifier {
  /** The next record, in order of sequence, as it was stored. */
  add(record: unknown): void;
  result(): ChainVerdict;
}

/** Where a verifier stands: the last record that it trusts. */
export interface ChainPlace {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * Checks that records form one unbroken chain and are those that the heads vouch for.
 *
 * After the first problem nothing that follows can be trusted, so that one alone is named. A record that was changed,
 * or the whole chain written anew from it on, is found by the head that vouches for it; without any head only what
 * does not fit together is.
 *
 * @param heads - in order, verified (see `verifyHeads`)
 * @param after - what the first record given is to follow on; the beginning if absent
 */
export const chainVerifier = (
  heads: readonly ChainHead[],
  after: ChainPlace = { sequence: 0, hash: genesisHash },
): ChainVerifier => {
  const signed = new Map(
    heads.flatMap(({ fromSequence, hashes }) =>
      hashes.map((hash, index) => [fromSequence + index, hash] as const),
    ),
  );
  const sealedTo = Math.max(0, ...heads.map(lastSequenceOf));
  let last = after;
  let records = 0;
  let problem: ChainProblem | undefined;

  return {
    add: (stored) => {
      records += 1;
      if (problem !== undefined) return;
      const sequence = last.sequence + 1;
      const parsed = AuditRecord.safeParse(stored);
      if (!parsed.success) {
        problem = { kind: 'unreadable', sequence };
        return;
      }
      const fault = faultOf(parsed.data, last, signed);
      if (fault === undefined) last = parsed.data;
      else problem = { kind: fault, sequence: fault === 'forked' ? parsed.data.sequence : sequence };
    },
    result: () => {
      const cut: ChainProblem = { kind: 'truncated', sequence: last.sequence + 1 };
      const found = problem ?? (last.sequence < sealedTo ? cut : undefined);
      return {
        records,
        sealedTo,
        unsealed: Math.max(0, last.sequence - sealedTo),
        ...(found !== undefined && { problem: found }),
      };
    },
  };
};

const faultOf = (
  record: AuditRecord,
  last: ChainPlace,
  signed: ReadonlyMap<number, string>,
): ChainFault | undefined => {
  if (record.sequence <= last.sequence) return 'forked';
  if (record.sequence > last.sequence + 1) return 'missing';
  if (recordHash(record) !== record.hash) return 'changed';
  const vouchedFor = signed.get(record.sequence);
  if (vouchedFor !== undefined && vouchedFor !== record.hash) return 'rehashed';
  return record.previousHash === last.hash ? undefined : 'unlinked';
};
