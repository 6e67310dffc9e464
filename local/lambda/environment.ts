import { Worker } from 'node:worker_threads';
import type { FunctionFailure, InvocationRequest, RuntimeMessage, RuntimeSettings } from './messages.ts';

export interface InvocationOutcome {
  /** JSON text: the result, or a {@link FunctionFailure}. */
  readonly payload: string;
  readonly failed: boolean;
  readonly durationMs: number;
  readonly heapBytes: number;
}

export interface InvocationEvent {
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
  /** Takes what the handler logs meanwhile. */
  readonly onLog: (text: string) => void;
}

/** One execution environment: runs one event at a time, and cannot be used again once it is dead. */
export interface Environment {
  invoke(event: InvocationEvent): Promise<InvocationOutcome>;
  readonly isDead: boolean;
  close(): Promise<void>;
}

export interface EnvironmentSettings {
  /** The bundled `runtime.ts`. */
  readonly script: string;
  readonly runtime: RuntimeSettings;
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Takes what is logged between invocations, such as while the module loads. */
  readonly onLog: (text: string) => void;
}

/** Room for new objects; with V8's own choice each environment takes some 15 MB more and is no faster. */
const youngGenerationMb = 4;

const exitMessage = (requestId: string, cause: number | Error): string => {
  const ran = `RequestId: ${requestId} Error: Runtime exited`;
  if (cause instanceof Error) {
    const killed = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return `${ran} with error: ${killed ? 'signal: killed' : cause.message}`;
  }
  return cause === 0 ? `${ran} without providing a reason` : `${ran} with error: exit status ${cause}`;
};

/**
 * Starts a function's code in a thread of its own, with its own environment variables and heap limit.
 *
 * The heap alone is limited by `memoryMb`: buffers outside it are not counted, as they are in AWS.
 */
export const startEnvironment = (settings: EnvironmentSettings): Environment => {
  const { runtime, timeoutSeconds } = settings;
  const worker = new Worker(settings.script, {
    workerData: runtime,
    env: { ...settings.variables },
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: runtime.memoryMb,
      maxYoungGenerationSizeMb: youngGenerationMb,
    },
  });
  let dead = false;
  let log = settings.onLog;
  let ended: FunctionFailure | number | Error | undefined;
  let onOutcome: ((message: RuntimeMessage & { kind: 'result' | 'failure' }) => void) | undefined;
  let onEnd: (() => void) | undefined;
  let markReady = () => {};
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  const end = (cause: FunctionFailure | number | Error): void => {
    dead = true;
    ended ??= cause;
    markReady();
    onEnd?.();
  };

  worker.on('message', (message: RuntimeMessage) => {
    if (message.kind === 'log') log(message.text);
    else if (message.kind === 'ready') markReady();
    else if (message.kind === 'failure' && message.fatal) {
      end(message.failure);
      void worker.terminate();
    } else onOutcome?.(message);
  });
  worker.on('error', (cause) => end(cause instanceof Error ? cause : new Error(String(cause))));
  worker.on('exit', end);

  const failureOf = (requestId: string): FunctionFailure => {
    if (typeof ended === 'object' && 'errorType' in ended) return ended;
    const errorMessage = exitMessage(requestId, ended ?? 0);
    return { errorType: 'Runtime.ExitError', errorMessage, trace: [] };
  };

  const invoke: Environment['invoke'] = async ({ requestId, payload, onLog }) => {
    await ready;
    const startedAt = performance.now();
    const outcome = (text: string, failed: boolean, heapBytes = 0): InvocationOutcome => ({
      payload: text,
      failed,
      durationMs: performance.now() - startedAt,
      heapBytes,
    });
    if (dead) return outcome(JSON.stringify(failureOf(requestId)), true);

    log = onLog;
    return new Promise((resolve) => {
      const settle = (result: InvocationOutcome): void => {
        clearTimeout(timer);
        onOutcome = undefined;
        onEnd = undefined;
        log = settings.onLog;
        resolve(result);
      };
      const timer = setTimeout(() => {
        dead = true;
        void worker.terminate();
        const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
        settle(outcome(JSON.stringify({ errorType: 'Sandbox.Timedout', errorMessage }), true));
      }, timeoutSeconds * 1000);
      onEnd = () => settle(outcome(JSON.stringify(failureOf(requestId)), true));
      onOutcome = (message) =>
        message.kind === 'result'
          ? settle(outcome(message.payload, false, message.heapBytes))
          : settle(outcome(JSON.stringify(message.failure), true));
      const request: InvocationRequest = {
        requestId,
        payload,
        deadline: Date.now() + timeoutSeconds * 1000,
      };
      worker.postMessage(request);
    });
  };

  return {
    invoke,
    get isDead() {
      return dead;
    },
    close: async () => {
      dead = true;
      await worker.terminate();
    },
  };
};
