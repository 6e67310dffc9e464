import { decideApproval } from '../../ml/evaluation/approval-gate.ts';
import { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ModelArtifacts } from '../shared/ports/model-artifacts.ts';
import type { ModelRegistry } from '../shared/ports/model-registry.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';

interface Registering {
  readonly artifacts: ModelArtifacts;
  readonly registry: ModelRegistry;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

const modelName = 'crisis';

/**
 * Registers the model of a completed job with the gate's verdict on its metrics; repeatable.
 *
 * @returns its version
 * @throws {z.ZodError} when metrics.json has another form or schema version
 */
export const registerModel = async (
  { artifacts, registry, clock, telemetry }: Registering,
  job: { readonly jobName: string; readonly modelDataUrl: string },
): Promise<number> => {
  const metrics = ModelMetrics.parse(JSON.parse(await artifacts.readMetrics(job.modelDataUrl)));
  const { approved, reasons } = decideApproval(metrics);
  const status = approved ? 'approved' : 'rejected';
  const { version, isNew } = await registry.register({
    modelName,
    jobName: job.jobName,
    modelDataUrl: job.modelDataUrl,
    status,
    reasons,
    metrics,
    createdAt: new Date(clock.now()).toISOString(),
  });
  if (isNew) telemetry.count(approved ? 'ModelsApproved' : 'ModelsRejected');
  telemetry.info('model registered', { jobName: job.jobName, version, status, isNew });
  return version;
};
