import type { AuditVerdict } from '../../lambdas/shared/audit/verify-audit.ts';
import type { ChainFault, HeadFault } from '../../ml/audit/chain-problem.ts';

const chainFaults: Readonly<Record<ChainFault, string>> = {
  changed: 'its content was changed',
  rehashed: 'from it on the chain was written anew: its hash is not the one that was signed',
  unlinked: 'it does not follow on the record before; one of the two was replaced since the newest head',
  missing: 'it was taken out',
  truncated: 'it and all after it were cut off, though a signed head vouches for it',
  forked: 'there are two of this sequence',
  unreadable: 'it is no audit record',
};
const headFaults: Readonly<Record<HeadFault, string>> = {
  'head-forged': 'it is not signed by our key',
  'head-missing': 'it is not there',
  'head-unlinked': 'it does not follow on the head before',
  'head-forked': 'two that say different things were signed: there are two chains',
  'head-hidden': 'it was hidden or covered; Object Lock has kept it',
  'head-unreadable': 'it is no signed head',
};

/** A verdict in words: what is wrong first, then how far the trail was checked. */
export const describeAuditVerdict = (verdict: AuditVerdict): string => {
  const { problem, headProblem, records, heads, sealedTo, unsealed } = verdict;
  const since = unsealed === 0 ? '' : ` ${unsealed} since then wait for the next head.`;
  return [
    ...(problem === undefined ? [] : [`Record ${problem.sequence}: ${chainFaults[problem.kind]}.`]),
    ...(headProblem === undefined ? [] : [`Head ${headProblem.number}: ${headFaults[headProblem.kind]}.`]),
    ...(verdict.isSound ? ['The audit trail is as it was written.'] : []),
    `${records} records, ${heads} signed heads, sealed up to record ${sealedTo}.${since}`,
  ].join('\n');
};
