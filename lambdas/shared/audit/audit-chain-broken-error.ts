import type { ChainFault, HeadFault } from '../../../ml/audit/chain-problem.ts';
import { DomainError } from '../../../ml/domain-error.ts';

/** The audit trail is not as it was left: somebody has changed, cut off or covered a part of it. */
export class AuditChainBrokenError extends DomainError {
  readonly code = 'audit-chain-broken';

  constructor(found: {
    readonly kind: ChainFault | HeadFault;
    readonly sequence?: number;
    readonly number?: number;
  }) {
    super(
      `The audit trail is broken (${found.kind}), so nothing was signed; "wellcast audit verify" names the place.`,
      found,
    );
  }
}
