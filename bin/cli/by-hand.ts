import type { ApprovalDecision } from '../../ml/evaluation/approval-gate.ts';

/** What the registry is to say of a model that a person let through. */
export const byHand = ({ approved, reasons }: ApprovalDecision): ApprovalDecision => ({
  approved: true,
  reasons: [
    approved
      ? 'Approved by hand; the gate would have approved it too.'
      : 'Approved by hand, past the gate, which would have refused it:',
    ...reasons,
  ],
});
