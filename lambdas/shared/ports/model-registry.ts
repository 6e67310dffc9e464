import type { DetectorMetrics } from '../../../ml/evaluation/detector-metrics.ts';
import type { ModelMetrics } from '../../../ml/evaluation/model-metrics.ts';
import type { CustomerHealthMetrics } from '../../../ml/models/customer-health/customer-health-gate.ts';

export interface ModelVersion {
  readonly modelName: string;
  readonly jobName: string;
  readonly status: 'approved' | 'rejected';
  readonly reasons: readonly string[];
  /** Null for a model that was not measured. */
  readonly metrics: ModelMetrics | DetectorMetrics | CustomerHealthMetrics | null;
  /** s3://… of model.tar.gz, or of the folder of a published detector. */
  readonly modelDataUrl: string;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface ModelRegistry {
  /** Gives a job's model the next version number, 1, 2, …; a job that has one keeps it, and nothing changes. */
  register(version: ModelVersion): Promise<{ readonly version: number; readonly isNew: boolean }>;
}
