import { modelHome, trainedModelNames } from '../shared/model-home.ts';
import type { Alerts } from '../shared/ports/alerts.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ModelArtifacts } from '../shared/ports/model-artifacts.ts';
import type { ModelRegistry } from '../shared/ports/model-registry.ts';
import type { PublishedModels } from '../shared/ports/published-models.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import type { TrainingJobRows } from '../shared/ports/training-job-rows.ts';
import type { TrainingService } from '../shared/ports/training-service.ts';
import { alertOnce } from './alert-once.ts';
import { observeJob } from './observe-job.ts';
import { registerModel } from './register-model.ts';
import type { RecordTrainingJobStateResult, TrainingJobStateEvent } from './schema.ts';

export interface RecordTrainingJobStateDeps {
  readonly training: Pick<TrainingService, 'describe'>;
  readonly rows: TrainingJobRows;
  readonly artifacts: ModelArtifacts;
  readonly registry: ModelRegistry;
  readonly published: PublishedModels;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  readonly bucket: string;
}

/**
 * Follows a training job by its events, which come late, twice and out of order: a job that has ended never goes
 * back. Completed registers a model, Failed tells people, Stopped does neither. Every step is repeatable, so that
 * a failure half-way is made good by the next delivery.
 */
export const makeRecordTrainingJobState =
  (deps: RecordTrainingJobStateDeps) =>
  async (event: TrainingJobStateEvent): Promise<RecordTrainingJobStateResult> => {
    const { TrainingJobName: jobName, TrainingJobStatus: status } = event.detail;
    const homes = trainedModelNames.map((modelName) => modelHome(deps.bucket, modelName));
    const job = await observeJob(deps.training, event, homes);
    const recorded = job !== undefined && (await deps.rows.recordState(job));
    if (!recorded) {
      deps.telemetry.info('event ignored', { jobName, status, ours: job !== undefined });
      return { jobName, status, outcome: 'ignored' };
    }
    deps.telemetry.info('training job observed', { jobName, status });
    if (status === 'Failed') await alertOnce(deps, job);
    if (status !== 'Completed') return { jobName, status, outcome: 'recorded' };
    if (job.modelDataUrl === undefined)
      throw new Error('A completed job names no model; nothing can be registered.');
    const modelVersion = await registerModel(deps, { jobName, modelDataUrl: job.modelDataUrl });
    return { jobName, status, outcome: 'recorded', modelVersion };
  };
