import type { PrepareTrainingDataDeps } from '../../../lambdas/prepare-training-data/prepare-training-data.ts';
import type {
  CompleteRun,
  DatasetRun,
  OpenRun,
  SealedRun,
} from '../../../lambdas/shared/ports/dataset-runs.ts';
import type { FeatureOutcome } from '../../../lambdas/shared/ports/feature-extractor.ts';
import type { JournalReading } from '../../../lambdas/shared/ports/journal-reader.ts';
import type { PipelineExecution } from '../../../lambdas/shared/ports/training-pipelines.ts';
import { WorkFileLostError } from '../../../lambdas/shared/ports/workspace.ts';
import { UserNotFoundError } from '../../../lambdas/shared/user-errors.ts';
import { fakeClock } from './fake-clock.ts';
import { recordingTelemetry } from './recording-telemetry.ts';

/** Everything prepareTrainingData reaches, in memory and open to tests. */
export interface FakeWorld {
  readonly deps: PrepareTrainingDataDeps;
  readonly journals: Map<string, JournalReading>;
  readonly objects: Map<string, string>;
  /** Of the workspace. */
  readonly workFiles: Map<string, string>;
  readonly runs: Map<string, DatasetRun>;
  /** Of the pipeline, by name. */
  readonly executions: Map<string, PipelineExecution>;
  readonly lineage: Map<string, { sampleId: string; side: string }>;
  /** Names of jobs by the rows they were started for, as SageMaker would keep them. */
  readonly trainingJobs: Map<string, string>;
  readonly telemetry: ReturnType<typeof recordingTelemetry>;
  readonly clock: ReturnType<typeof fakeClock>;
}

/** Features that depend on person and cut-off only, so that every attempt gets the same. */
const featuresOf = (userId: string, asOf: number): FeatureOutcome => ({
  ok: true,
  values: Float64Array.from(
    { length: 49 },
    (_, index) => ((userId.length * 31 + (asOf % 997)) * (index + 1)) % 13,
  ),
});

export const makeFakeWorld = (journals: Map<string, JournalReading>): FakeWorld => {
  const objects = new Map<string, string>();
  const workFiles = new Map<string, string>();
  const executions = new Map<string, PipelineExecution>();
  const runs = new Map<string, DatasetRun>();
  const timestamps = new Set<string>();
  const lineage = new Map<string, { sampleId: string; side: string }>();
  const trainingJobs = new Map<string, string>();
  const telemetry = recordingTelemetry();
  const clock = fakeClock();
  const isPresent = (run: OpenRun) => {
    const found = runs.get(run.runId);
    return found?.state === 'open' && found.timestamp === run.timestamp ? found : undefined;
  };

  const deps: PrepareTrainingDataDeps = {
    users: {
      list: async (maxUsers) =>
        journals.size > maxUsers
          ? 'too-many'
          : { userIds: [...journals.keys()].sort(), optedOut: 0, unparsableProfiles: 0 },
    },
    journals: {
      read: async (userId) => {
        const reading = journals.get(userId);
        if (reading === undefined) throw new UserNotFoundError();
        return reading;
      },
    },
    features: { extract: async (pairs) => pairs.map(({ userId, asOf }) => featuresOf(userId, asOf)) },
    store: {
      pathOf: (key) => `s3://bucket/${key}`,
      write: async (key, lines) => {
        const text = [...lines].join('');
        objects.set(key, text);
        return { sha256: '0'.repeat(64), bytes: text.length };
      },
      writeOnce: async (key, text) => {
        if (objects.has(key) && objects.get(key) !== text) throw new Error('another manifest is there');
        objects.set(key, text);
      },
      remove: async (keys) => {
        for (const key of keys) objects.delete(key);
      },
    },
    lineage: {
      record: async (timestamp, origins) => {
        for (const { userId, sampleId, side } of origins)
          lineage.set(`${userId} ${timestamp}`, { sampleId, side });
      },
      forget: async (timestamp, userIds) => {
        for (const userId of userIds) lineage.delete(`${userId} ${timestamp}`);
      },
    },
    sampleSecret: { read: async () => 'a secret for tests' },
    runs: {
      claimTimestamp: async (timestamp) => {
        if (timestamps.has(timestamp)) return false;
        timestamps.add(timestamp);
        return true;
      },
      find: async (runId) => runs.get(runId),
      open: async (run) => {
        if (runs.has(run.runId)) return false;
        runs.set(run.runId, run);
        return true;
      },
      takeOver: async (run, timestamp) => {
        const found = isPresent(run);
        if (found === undefined) return false;
        const supersededTimestamps = [...found.supersededTimestamps, found.timestamp];
        runs.set(run.runId, { ...found, timestamp, supersededTimestamps });
        return true;
      },
      seal: async (run, result) => {
        const found = isPresent(run);
        if (found === undefined) return false;
        runs.set(run.runId, { ...found, ...result, state: 'sealed' });
        return true;
      },
      complete: async (run) => {
        const found = runs.get(run.runId) as SealedRun | CompleteRun;
        runs.set(run.runId, { ...found, state: 'complete' });
      },
      recordTrainingJob: async (runId, trainingJobName) => {
        runs.set(runId, { ...(runs.get(runId) as CompleteRun), trainingJobName });
      },
    },
    training: {
      start: async ({ trainPath }) => {
        const rows = objects.get(trainPath.replace('s3://bucket/', '')) ?? 'no such file';
        const jobName = trainingJobs.get(rows) ?? `job-${trainingJobs.size + 1}`;
        trainingJobs.set(rows, jobName);
        return { jobName };
      },
    },
    pipelines: {
      start: async (name, input) => {
        const known = executions.get(name);
        if (known?.status === 'running' && known.input === input) return known;
        if (known !== undefined) return undefined;
        const execution = { executionArn: `arn:${name}`, name, input, status: 'running' } as const;
        executions.set(name, execution);
        return execution;
      },
      find: async (name) => executions.get(name),
    },
    workspace: {
      readText: async (key) => {
        const text = workFiles.get(key);
        if (text === undefined) throw new WorkFileLostError(key);
        return text;
      },
    },
    directModeMaxUsers: 5_000,
    clock: clock.clock,
    telemetry: telemetry.telemetry,
    userConcurrency: 5,
  };
  return { deps, journals, objects, workFiles, runs, executions, lineage, trainingJobs, telemetry, clock };
};
