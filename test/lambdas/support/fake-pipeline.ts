import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCompleteTrainingDataset } from '../../../lambdas/complete-training-dataset/complete-training-dataset.ts';
import { parseCompleteTrainingDatasetRequest } from '../../../lambdas/complete-training-dataset/schema.ts';
import { makeExtractTrainingShard } from '../../../lambdas/extract-training-shard/extract-training-shard.ts';
import { parseExtractTrainingShardRequest } from '../../../lambdas/extract-training-shard/schema.ts';
import { makeListTrainingShards } from '../../../lambdas/list-training-shards/list-training-shards.ts';
import { parseListTrainingShardsRequest } from '../../../lambdas/list-training-shards/schema.ts';
import { makePlanTrainingParts } from '../../../lambdas/plan-training-parts/plan-training-parts.ts';
import { parsePlanTrainingPartsRequest } from '../../../lambdas/plan-training-parts/schema.ts';
import { lexiconAnalyser } from '../../../lambdas/shared/adapters/lexicon-analyser.ts';
import { WorkFileLostError, type Workspace } from '../../../lambdas/shared/ports/workspace.ts';
import { makeStepHandler } from '../../../lambdas/shared/runtime/make-step-handler.ts';
import { parseWriteTrainingPartRequest } from '../../../lambdas/write-training-part/schema.ts';
import { makeWriteTrainingPart } from '../../../lambdas/write-training-part/write-training-part.ts';
import { workflows } from '../../../lib/catalog-fan-out.ts';
import { Config } from '../../../lib/config.ts';
import { openMapProgress } from '../../../local/step-functions/map-progress.ts';
import { parseDefinition } from '../../../local/step-functions/parse-definition.ts';
import { runExecution } from '../../../local/step-functions/run-execution.ts';
import { StateError } from '../../../local/step-functions/state-error.ts';
import type { FakeWorld } from './fake-world.ts';

export interface FakeCall {
  readonly functionId: string;
  /** JSON text. */
  readonly payload: string;
  readonly when: 'before' | 'after';
}

export interface FakePipelineOptions {
  readonly usersPerShard: number;
  readonly concurrency: number;
  /** @default 0 */
  readonly toleratedShardFailurePercent?: number;
  /** Stands before and after every call of a function; what it throws, the function dies of. */
  readonly disturb?: (call: FakeCall) => void | Promise<void>;
}

/** Files as a workspace has them. */
export const workspaceOf = (files: Map<string, string>): Workspace => ({
  findText: async (key) => files.get(key),
  readText: async (key) => {
    const text = files.get(key);
    if (text === undefined) throw new WorkFileLostError(key);
    return text;
  },
  writeText: async (key, text) => void files.set(key, text),
  removeAll: async (prefix) => {
    for (const key of [...files.keys()]) if (key.startsWith(prefix)) files.delete(key);
  },
});

/** The functions of the pipeline on a world in memory, by their ids. */
const functionsOf = (world: FakeWorld, { usersPerShard }: FakePipelineOptions) => {
  const { deps } = world;
  const workspace = workspaceOf(world.workFiles);
  const telemetry = {
    ...deps.telemetry,
    during: <T>(_id: string, work: () => Promise<T>) => work(),
    traced: <C>(client: C) => client,
  };
  const common = { ...deps, workspace, telemetry };
  const users = {
    forEachList: async (size: number, take: (userIds: readonly string[]) => Promise<void>) => {
      const listed = [...world.journals.keys()].sort().reverse();
      while (listed.length > 0) await take(listed.splice(0, size));
      return { optedOut: 0, unparsableProfiles: 0 };
    },
  };
  return {
    listTrainingShards: makeStepHandler({
      telemetry,
      parse: parseListTrainingShardsRequest,
      run: makeListTrainingShards({ ...common, users, usersPerShard }),
    }),
    extractTrainingShard: makeStepHandler({
      telemetry,
      parse: parseExtractTrainingShardRequest,
      run: makeExtractTrainingShard({ sentiment: lexiconAnalyser, ...common }),
    }),
    planTrainingParts: makeStepHandler({
      telemetry,
      parse: parsePlanTrainingPartsRequest,
      run: makePlanTrainingParts(common),
    }),
    writeTrainingPart: makeStepHandler({
      telemetry,
      parse: parseWriteTrainingPartRequest,
      run: makeWriteTrainingPart(common),
    }),
    completeTrainingDataset: makeStepHandler({
      telemetry,
      parse: parseCompleteTrainingDatasetRequest,
      run: makeCompleteTrainingDataset({ ...common, parts: workspaceOf(world.objects) }),
    }),
  };
};

/** Runs the catalogue's own definition, as the local Step Functions does, on functions in memory. */
export const runFakePipeline = async (
  world: FakeWorld,
  input: string,
  options: FakePipelineOptions,
): Promise<unknown> => {
  const functions: Record<string, (event: unknown, context: { awsRequestId: string }) => Promise<unknown>> =
    functionsOf(world, options);
  const { concurrency: pipelineConcurrency, toleratedShardFailurePercent = 0 } = options;
  const config = Config.parse({ pipelineConcurrency, toleratedShardFailurePercent });
  const definition = parseDefinition(
    JSON.stringify(workflows(config).trainingPipeline.definition).replaceAll(/\$\{(\w+)\}/g, '$1'),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'wellcast-fake-pipeline-'));
  const output = await runExecution({
    definition,
    stateMachineArn: 'arn:fake',
    execution: {
      stateMachine: 'fake',
      name: 'fake',
      input,
      status: 'RUNNING',
      startedAt: 0,
      drivenAt: 0,
      redriveCount: 0,
    },
    surroundings: {
      invoke: async (functionId, payload) => {
        try {
          await options.disturb?.({ functionId, payload, when: 'before' });
          const answer = await functions[functionId]?.(JSON.parse(payload), { awsRequestId: 'request' });
          await options.disturb?.({ functionId, payload, when: 'after' });
          return JSON.parse(JSON.stringify(answer));
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          throw new StateError(error.name, error.message);
        }
      },
      readJson: async (_bucket, key) => JSON.parse(world.workFiles.get(key) ?? ''),
      wait: async () => {},
      random: () => 0,
      throwIfEnded: () => {},
    },
    progressOf: (label) => openMapProgress(folder, label),
    onState: () => {},
  }).finally(() => rmSync(folder, { recursive: true }));
  return JSON.parse(output);
};
