import type { ApprovalDecision } from '../../ml/evaluation/approval-gate.ts';
import type { DetectorMetrics } from '../../ml/evaluation/detector-metrics.ts';
import { detectorModelName } from '../../ml/evaluation/detector-model-name.ts';
import { describePublishedModel } from '../../ml/wearable/published-model.ts';
import type { Clock } from './ports/clock.ts';
import type { ModelRegistry } from './ports/model-registry.ts';
import type { PublishedModels } from './ports/published-models.ts';

export interface PublishDetectorDeps {
  readonly published: PublishedModels;
  readonly registry: ModelRegistry;
  readonly clock: Clock;
}

/** A trained detector, and what is thought of it. */
export interface DetectorToPublish {
  /** Contents by name; those that scoring needs at least. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metrics: DetectorMetrics;
  readonly decision: ApprovalDecision;
  /** What the version belongs to in the registry: the same name is registered once. */
  readonly jobName: (version: string) => string;
}

export interface PublishedDetector {
  /** Of the files. */
  readonly version: string;
  /** Of the registry: 1, 2, … */
  readonly number: number;
  readonly isNew: boolean;
  readonly status: 'approved' | 'rejected';
  /** s3://…/ of the folder. */
  readonly modelDataUrl: string;
}

/**
 * Stores a detector's files and registers them, in this order, so that the registry never names what is not there.
 * An approved version is live from then on. Repeatable.
 */
export const makePublishDetector =
  ({ published, registry, clock }: PublishDetectorDeps) =>
  async ({ files, metrics, decision, jobName }: DetectorToPublish): Promise<PublishedDetector> => {
    const createdAt = new Date(clock.now()).toISOString();
    const model = describePublishedModel(files, { createdAt, metrics });
    const modelDataUrl = await published.store(files, model);
    const status = decision.approved ? 'approved' : 'rejected';
    const { version: number, isNew } = await registry.register({
      modelName: detectorModelName,
      jobName: jobName(model.version),
      modelDataUrl,
      status,
      reasons: decision.reasons,
      metrics,
      createdAt,
    });
    return { version: model.version, number, isNew, status, modelDataUrl };
  };
