import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { EmitLocalEvent } from '../local-event.ts';
import type { S3Access } from '../s3/s3-access.ts';
import type { HostingStore } from './hosting-store.ts';
import { type ServingContainer, startServingContainer } from './serving-container.ts';
import { ModelDataError, stageModel } from './stage-model.ts';

export interface LaunchSettings {
  readonly store: HostingStore;
  readonly s3: S3Access;
  /** Holds a folder shaped like `/opt/ml` for each container; emptied at the start. */
  readonly containersDir: string;
  readonly logsDir: string;
  /** The container's entry point and its arguments. */
  readonly command: readonly string[];
  /** How long a container may take to answer /ping; SageMaker allows minutes. */
  readonly startupMs: number;
  readonly emit: EmitLocalEvent;
}

/** A container with what it serves. */
export interface LiveVariant {
  readonly variantName: string;
  readonly container: ServingContainer;
  close(): Promise<void>;
}

/** What an endpoint is to run. */
export interface LaunchRequest {
  readonly endpointName: string;
  readonly configName: string;
  /** Ends the container, also while it starts. */
  readonly signal: AbortSignal;
}

/** @returns starts what a configuration names and waits until it is healthy; rejects with why it is not */
export const makeLaunchVariant = (settings: LaunchSettings) => {
  const { store, s3, emit, command, startupMs } = settings;
  let launches = 0;
  return async ({ endpointName, configName, signal }: LaunchRequest): Promise<LiveVariant> => {
    const [variant] = store.configs.find(configName)?.request.ProductionVariants ?? [];
    const model = variant && store.models.find(variant.ModelName)?.request;
    if (variant === undefined || model === undefined) throw new ModelDataError('Its model was deleted.');
    launches += 1;
    const root = path.join(settings.containersDir, `${endpointName}-${launches}`);
    await stageModel(s3, root, model.PrimaryContainer.ModelDataUrl);
    await mkdir(settings.logsDir, { recursive: true });
    signal.throwIfAborted();
    const container = startServingContainer({
      command,
      root,
      startupMs,
      logFile: path.join(settings.logsDir, `endpoint-${endpointName}.log`),
      variables: model.PrimaryContainer.Environment ?? {},
      onLine: (line) => emit({ kind: 'endpoint-output', endpointName, line }),
      onUp: (processId) => emit({ kind: 'endpoint-container', endpointName, processId }),
    });
    const close = async () => {
      await container.close();
      await rm(root, { recursive: true, force: true });
    };
    const abort = () => void container.close();
    signal.addEventListener('abort', abort, { once: true });
    try {
      await container.ready;
    } catch (error) {
      await close();
      throw error;
    } finally {
      signal.removeEventListener('abort', abort);
    }
    return { variantName: variant.VariantName, container, close };
  };
};
