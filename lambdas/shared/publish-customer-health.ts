import type { ApprovalDecision } from '../../ml/evaluation/approval-gate.ts';
import type { CustomerHealthMetrics } from '../../ml/models/customer-health/customer-health-gate.ts';
import { customerHealthModelName } from '../../ml/models/customer-health/health-params.ts';
import type { Clock } from './ports/clock.ts';
import type { ModelApprovals } from './ports/model-approvals.ts';
import type { ModelArchives } from './ports/model-archives.ts';
import type { ModelRegistry } from './ports/model-registry.ts';

export interface PublishCustomerHealthDeps {
  readonly archives: ModelArchives;
  readonly registry: ModelRegistry;
  readonly approvals: ModelApprovals;
  readonly clock: Clock;
}

/** A packed model, and what is thought of it. */
export interface CustomerHealthToPublish {
  readonly archive: Uint8Array;
  /** Of its manifest. */
  readonly version: string;
  readonly metrics: CustomerHealthMetrics | null;
  readonly decision: ApprovalDecision;
  /** What the version belongs to in the registry: the same name is registered once. */
  readonly jobName: string;
}

export interface PublishedCustomerHealth {
  /** Of the registry: 1, 2, … */
  readonly number: number;
  readonly isNew: boolean;
  readonly status: 'approved' | 'rejected';
  readonly modelDataUrl: string;
}

/**
 * Stores a model's archive, registers it and, when it is approved, says so, in this order: whoever hears of it finds
 * it. Repeatable; an approval that is told of twice deploys once.
 */
export const makePublishCustomerHealth =
  ({ archives, registry, approvals, clock }: PublishCustomerHealthDeps) =>
  async (model: CustomerHealthToPublish): Promise<PublishedCustomerHealth> => {
    const { archive, version, metrics, decision, jobName } = model;
    const modelName = customerHealthModelName;
    const modelDataUrl = await archives.store({ modelName, version }, archive);
    const status = decision.approved ? 'approved' : 'rejected';
    const { version: number, isNew } = await registry.register({
      modelName,
      jobName,
      modelDataUrl,
      status,
      reasons: decision.reasons,
      metrics,
      createdAt: new Date(clock.now()).toISOString(),
    });
    if (decision.approved) await approvals.announce({ modelName, version: number });
    return { number, isNew, status, modelDataUrl };
  };
