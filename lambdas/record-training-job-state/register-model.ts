import * as z from 'zod';
import { decideApproval } from '../../ml/evaluation/approval-gate.ts';
import { decideDetectorApproval } from '../../ml/evaluation/detector-gate.ts';
import { DetectorMetrics } from '../../ml/evaluation/detector-metrics.ts';
import { detectorModelName } from '../../ml/evaluation/detector-model-name.ts';
import { ModelMetrics } from '../../ml/evaluation/model-metrics.ts';
import { accompanyingFiles } from '../../ml/wearable/published-model.ts';
import { scoringFiles } from '../../ml/wearable/scoring-files.ts';
import type { Clock } from '../shared/ports/clock.ts';
import type { ModelArtifacts } from '../shared/ports/model-artifacts.ts';
import type { ModelRegistry } from '../shared/ports/model-registry.ts';
import type { PublishedModels } from '../shared/ports/published-models.ts';
import type { Telemetry } from '../shared/ports/telemetry.ts';
import { makePublishDetector } from '../shared/publish-detector.ts';

interface Registering {
  readonly artifacts: ModelArtifacts;
  readonly registry: ModelRegistry;
  readonly published: PublishedModels;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

interface CompletedJob {
  readonly jobName: string;
  readonly modelDataUrl: string;
}

const crisisModelName = 'crisis';
const Named = z.looseObject({ modelName: z.string() });

/** Its archive is what is used, so the registry names that. */
const registerCrisisModel = async (deps: Registering, job: CompletedJob, metrics: ModelMetrics) => {
  const { approved, reasons } = decideApproval(metrics);
  const status = approved ? 'approved' : 'rejected';
  const { version, isNew } = await deps.registry.register({
    modelName: crisisModelName,
    jobName: job.jobName,
    modelDataUrl: job.modelDataUrl,
    status,
    reasons,
    metrics,
    createdAt: new Date(deps.clock.now()).toISOString(),
  });
  return { number: version, isNew, status } as const;
};

/** Unpacked first, since a Lambda that scores a watch's data has no time to open archives. */
const publishDetector = async (deps: Registering, job: CompletedJob, metrics: DetectorMetrics) => {
  const files = await deps.artifacts.readFiles(job.modelDataUrl, [...scoringFiles, ...accompanyingFiles]);
  const decision = decideDetectorApproval(metrics);
  return makePublishDetector(deps)({ files, metrics, decision, jobName: () => job.jobName });
};

/**
 * Registers the model of a completed job with its gate's verdict on its metrics; repeatable. A wearable detector is
 * also published.
 *
 * @returns its version
 * @throws {z.ZodError} when metrics.json has another form or schema version
 */
export const registerModel = async (deps: Registering, job: CompletedJob): Promise<number> => {
  const saved: unknown = JSON.parse(await deps.artifacts.readMetrics(job.modelDataUrl));
  const isDetector = Named.safeParse(saved).data?.modelName === detectorModelName;
  const { number, isNew, status } = isDetector
    ? await publishDetector(deps, job, DetectorMetrics.parse(saved))
    : await registerCrisisModel(deps, job, ModelMetrics.parse(saved));
  if (isNew) deps.telemetry.count(status === 'approved' ? 'ModelsApproved' : 'ModelsRejected');
  deps.telemetry.info('model registered', { jobName: job.jobName, version: number, status, isNew });
  return number;
};
