import path from 'node:path';
import { localRegion } from '../resource-names.ts';
import { type ContainerProcess, startContainerProcess } from './container-process.ts';
import { freePort } from './free-port.ts';

export interface ServingContainerSettings {
  /** The container's entry point and its arguments. */
  readonly command: readonly string[];
  /** Stands for `/opt/ml`. */
  readonly root: string;
  /** Of the model, as CreateModel was told. */
  readonly variables: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** How long it may take until /ping answers 200. */
  readonly startupMs: number;
  readonly onLine: (line: string) => void;
  /** Told the process id each time the container has come up. */
  readonly onUp: (processId: number | undefined) => void;
}

export interface ContainerAnswer {
  readonly statusCode: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Time that the model took. */
  readonly latencyMs: number;
}

export interface ContainerRequest {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** One container that serves a model, kept alive until it is closed. */
export interface ServingContainer {
  /** Resolves when /ping has answered 200 for the first time; rejects when it does not in time, or it dies before. */
  readonly ready: Promise<void>;
  /** Sends a request to /invocations, after a restart if one is due. */
  invoke(request: ContainerRequest): Promise<ContainerAnswer>;
  close(): Promise<void>;
}

/** SageMaker stops waiting for an answer after it. */
const invocationLimitMs = 60_000;
const pingEveryMs = 50;
const pingLimitMs = 2_000;
/** SageMaker kills a container half a minute after asking it to end. */
const stopGraceMs = 30_000;
const firstRestartDelayMs = 100;
const maxRestartDelayMs = 5_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The container did not come up; the message is SageMaker's. */
export class UnhealthyContainerError extends Error {
  override readonly name = 'UnhealthyContainerError';
}

/** Starts a container with the argument that its command holds, and starts it again whenever it dies. */
export const startServingContainer = (settings: ServingContainerSettings): ServingContainer => {
  let closed = false;
  let current: ContainerProcess | undefined;
  let wake = () => {};

  const pings = async (url: string): Promise<boolean> => {
    try {
      const answer = await fetch(`${url}/ping`, { signal: AbortSignal.timeout(pingLimitMs) });
      await answer.arrayBuffer();
      return answer.status === 200;
    } catch {
      return false;
    }
  };

  /** One life of the container: resolves with where it listens and when it is over. */
  const begin = async () => {
    const port = await freePort();
    if (closed) throw new UnhealthyContainerError('closed');
    const { command, root, variables, logFile, onLine } = settings;
    const container = startContainerProcess({
      command,
      logFile,
      onLine,
      variables: {
        PATH: process.env.PATH ?? '',
        LANG: 'en_US.UTF-8',
        TZ: 'UTC',
        ...variables,
        ML_ROOT: root,
        AWS_REGION: localRegion,
        SAGEMAKER_BIND_TO_PORT: String(port),
        BIND_HOST: '127.0.0.1',
      },
    });
    current = container;
    const url = `http://127.0.0.1:${port}`;
    let isOver = false;
    const over = container.exitCode.then((code) => {
      isOver = true;
      return code;
    });
    const deadline = Date.now() + settings.startupMs;
    while (!isOver && !(await pings(url))) {
      if (Date.now() > deadline) container.kill();
      await Promise.race([over, pause(pingEveryMs)]);
    }
    if (isOver)
      throw new UnhealthyContainerError(`ended with exit code ${await over} before it answered /ping`);
    settings.onUp(container.processId);
    return { url, over };
  };

  let life = begin();
  const ready = life.then(() => {});

  const keepAlive = async (): Promise<void> => {
    await ready;
    let delayMs = firstRestartDelayMs;
    while (!closed) {
      try {
        await (await life).over;
        delayMs = firstRestartDelayMs;
      } catch {
        delayMs = Math.min(2 * delayMs, maxRestartDelayMs);
      }
      if (closed) return;
      const next = Promise.withResolvers<void>();
      wake = next.resolve;
      // Whoever invokes meanwhile waits for the next life, not for the one that has ended.
      life = Promise.race([pause(delayMs), next.promise]).then(begin);
      life.catch(() => {});
    }
  };
  const alive = keepAlive().catch(() => {});

  return {
    ready,
    invoke: async ({ body, headers }) => {
      const { url } = await life;
      const from = performance.now();
      const signal = AbortSignal.timeout(invocationLimitMs);
      const answer = await fetch(`${url}/invocations`, { method: 'POST', body, headers, signal });
      const content = new Uint8Array(await answer.arrayBuffer());
      return {
        statusCode: answer.status,
        contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
        body: content,
        latencyMs: performance.now() - from,
      };
    },
    close: async () => {
      closed = true;
      wake();
      current?.stop(stopGraceMs);
      await current?.exitCode;
      await alive;
      await life.then(({ over }) => over).catch(() => {});
    },
  };
};

/** Where a container's log goes. */
export const servingLogFile = (dataDir: string, endpointName: string): string =>
  path.join(dataDir, 'logs', `endpoint-${endpointName}.log`);
