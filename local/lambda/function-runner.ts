import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionSpec } from '../../lib/catalog-shapes.ts';
import type { EmitLocalEvent } from '../local-event.ts';
import { repositoryRoot } from '../repository-root.ts';
import type { ResourceNames } from '../resource-names.ts';
import { bundleHandler } from './bundle-handler.ts';
import { type InvocationOutcome, startEnvironment } from './environment.ts';
import type { EnvironmentBudget } from './environment-budget.ts';
import { type EnvironmentPool, makeEnvironmentPool } from './environment-pool.ts';
import { makeFunctionLog } from './function-log.ts';
import { functionVariables } from './function-variables.ts';
import { makeLogTail } from './log-tail.ts';

/** The most that a function may answer, in bytes: 6 MB and Lambda's own envelope. */
const responseLimitBytes = 6_291_556;

export interface InvocationAnswer {
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
  readonly failed: boolean;
  readonly logTail: string;
}

/** Runs one function of the catalogue. */
export interface FunctionRunner {
  readonly spec: FunctionSpec;
  /** @param requestId - given again when an asynchronous event is tried again */
  invoke(payload: string, requestId?: string): Promise<InvocationAnswer>;
  close(): Promise<void>;
}

export interface LambdaSettings {
  /** Holds `lambda/` for bundles and `logs/`. */
  readonly dataDir: string;
  readonly names: ResourceNames;
  /** Where the functions reach AWS; known once the port is open. */
  readonly endpoint: () => string;
  readonly environmentsPerFunction: number;
  readonly emit: EmitLocalEvent;
}

/** Bundled too: a thread that starts from TypeScript loads a compiler of its own, some 11 MB each. */
const runtimeEntry = path.join(import.meta.dirname, 'runtime.ts');

/** The lines with which Lambda ends an invocation's log. */
const reportLines = (requestId: string, memoryMb: number, outcome: InvocationOutcome): string => {
  const { durationMs, heapBytes } = outcome;
  const report = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${durationMs.toFixed(2)} ms`,
    `Billed Duration: ${Math.ceil(durationMs)} ms`,
    `Memory Size: ${memoryMb} MB`,
    `Max Memory Used: ${Math.ceil(heapBytes / 2 ** 20)} MB`,
  ];
  const failure = outcome.failed ? `${outcome.payload}\n` : '';
  return `${failure}END RequestId: ${requestId}\n${report.join('\t')}\n`;
};

const tooLarge = JSON.stringify({
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${responseLimitBytes} bytes).`,
});

const isPool = (value: unknown): value is EnvironmentPool =>
  typeof value === 'object' && value !== null && 'invoke' in value;

const importFailure = (cause: unknown): string =>
  JSON.stringify({
    errorType: 'Runtime.ImportModuleError',
    errorMessage: cause instanceof Error ? cause.message : String(cause),
    trace: [],
  });

/** Bundled at its first invocation, so that starting costs nothing for functions that nobody calls. */
export const makeFunctionRunner = (
  spec: FunctionSpec,
  budget: EnvironmentBudget,
  settings: LambdaSettings,
): FunctionRunner => {
  const log = makeFunctionLog(path.join(settings.dataDir, 'logs'), spec.name);
  const taskRoot = path.join(settings.dataDir, 'lambda', spec.name);

  const makePool = async (): Promise<EnvironmentPool> => {
    const startedAt = performance.now();
    const [{ file, bytes }, script] = await Promise.all([
      bundleHandler(path.resolve(repositoryRoot, spec.entry), taskRoot),
      bundleHandler(runtimeEntry, path.join(taskRoot, 'runtime')),
    ]);
    const durationMs = performance.now() - startedAt;
    settings.emit({ kind: 'lambda-bundled', functionName: spec.name, bytes, durationMs });
    const start = () =>
      startEnvironment({
        script: script.file,
        runtime: {
          moduleUrl: pathToFileURL(file).href,
          functionName: spec.name,
          functionArn: settings.names.functionArn(spec.name),
          memoryMb: spec.memoryMb,
        },
        variables: functionVariables(spec, settings.names, { endpoint: settings.endpoint(), taskRoot }),
        timeoutSeconds: spec.timeoutSeconds,
        onLog: log.write,
      });
    return makeEnvironmentPool(start, { size: settings.environmentsPerFunction, budget });
  };

  let pool: Promise<EnvironmentPool> | undefined;

  const run = async (payload: string, requestId: string): Promise<InvocationAnswer> => {
    pool ??= makePool();
    const ready = await pool.catch((cause: unknown) => cause);
    if (!isPool(ready)) return { requestId, payload: importFailure(ready), failed: true, logTail: '' };
    const tail = makeLogTail();
    const onLog = (text: string): void => {
      log.write(text);
      tail.add(text);
    };
    onLog(`START RequestId: ${requestId} Version: $LATEST\n`);
    const outcome = await ready.invoke({ requestId, payload, onLog });
    onLog(reportLines(requestId, spec.memoryMb, outcome));
    const fits = Buffer.byteLength(outcome.payload) <= responseLimitBytes;
    return {
      requestId,
      payload: fits ? outcome.payload : tooLarge,
      failed: outcome.failed || !fits,
      logTail: tail.text(),
    };
  };

  return {
    spec,
    invoke: (payload, requestId = randomUUID()) => run(payload, requestId),
    close: async () => {
      // A bundle that could not be built has nothing to close.
      await pool?.then((started) => started.close()).catch(() => {});
      await log.close();
    },
  };
};
