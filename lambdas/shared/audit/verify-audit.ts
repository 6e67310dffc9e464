import type { ChainProblem, HeadProblem } from '../../../ml/audit/chain-problem.ts';
import { chainVerifier } from '../../../ml/audit/chain-verifier.ts';
import { verifyHeads } from '../../../ml/audit/verify-heads.ts';
import type { AuditHeads } from '../ports/audit-heads.ts';
import type { AuditRecords } from '../ports/audit-trail.ts';
import type { Signer } from '../ports/signer.ts';

export interface AuditVerdict {
  readonly isSound: boolean;
  readonly records: number;
  /** Signed heads that can be trusted. */
  readonly heads: number;
  /** Sequence up to which they vouch. */
  readonly sealedTo: number;
  /** Records after that, which could still be cut off without a trace. */
  readonly unsealed: number;
  /** The first thing that is wrong with the records, and with the heads. */
  readonly problem?: ChainProblem;
  readonly headProblem?: HeadProblem;
}

/** Whether the whole trail is as it was written, as far as signed heads and its own hashes tell. */
export const verifyAudit = async (deps: {
  readonly records: AuditRecords;
  readonly heads: AuditHeads;
  readonly signer: Signer;
}): Promise<AuditVerdict> => {
  const { heads, problem: headProblem } = verifyHeads(
    await deps.heads.history(),
    await deps.signer.checker(),
  );
  const verifier = chainVerifier(heads);
  for await (const record of deps.records.read(1)) verifier.add(record);
  const verdict = verifier.result();
  return {
    isSound: verdict.problem === undefined && headProblem === undefined,
    ...verdict,
    heads: heads.length,
    ...(headProblem !== undefined && { headProblem }),
  };
};
