import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Catalog } from '../../lib/catalog-shapes.ts';
import { makeAsyncInvoker } from './async-invoker.ts';
import { makeAsyncQueue } from './async-queue.ts';
import { makeEnvironmentBudget } from './environment-budget.ts';
import { type FunctionRunner, type LambdaSettings, makeFunctionRunner } from './function-runner.ts';

/** The functions of the catalogue, ready to be invoked. */
export interface LambdaFunctions {
  readonly all: readonly FunctionRunner[];
  find(functionName: string): FunctionRunner | undefined;
  /** @returns the request id, once the event is sure to run */
  invokeAsync(runner: FunctionRunner, payload: string): Promise<string>;
  /** Goes on with events that an earlier process had accepted. */
  resume(): Promise<void>;
  /** Resolves when no asynchronous event is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LambdaFunctionsSettings extends LambdaSettings {
  readonly catalog: Catalog;
  readonly retryDelaysMs: readonly number[];
}

/** As many functions as work at once in the busiest moment: one prepares, three extract. */
const busyAtOnce = 4;

export const makeLambdaFunctions = async (settings: LambdaFunctionsSettings): Promise<LambdaFunctions> => {
  const folder = (name: string) => path.join(settings.dataDir, name);
  await mkdir(folder('logs'), { recursive: true });
  const budget = makeEnvironmentBudget(busyAtOnce * settings.environmentsPerFunction);
  const all = Object.values(settings.catalog.functions).map((spec) =>
    makeFunctionRunner(spec, budget, settings),
  );
  const byName = new Map(all.map((runner) => [runner.spec.name, runner]));
  const invoker = makeAsyncInvoker({
    queue: await makeAsyncQueue(folder('lambda-queue')),
    runnerOf: (name) => byName.get(name),
    deadLetterFolder: folder('dead-letters'),
    retryDelaysMs: settings.retryDelaysMs,
    emit: settings.emit,
  });

  return {
    all,
    find: (name) => byName.get(name),
    invokeAsync: invoker.enqueue,
    resume: invoker.resume,
    settled: invoker.settled,
    close: async () => {
      invoker.close();
      await Promise.all(all.map((runner) => runner.close()));
      await invoker.settled();
    },
  };
};
