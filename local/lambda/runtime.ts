/**
 * The Lambda runtime for Node.js inside a worker thread: loads the bundle once, then runs one event after another.
 * Started by `environment.ts`; exports nothing.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { FunctionFailure, InvocationRequest, RuntimeMessage, RuntimeSettings } from './messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const settings: RuntimeSettings = workerData;

const post = (message: RuntimeMessage): void => parentPort?.postMessage(message);

const describe = (thrown: unknown): FunctionFailure =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') }
    : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };

/** Log text travels in order with the results, which the thread's own output streams would not promise. */
const captureOutput = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      post({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8') });
      const done = rest.at(-1);
      if (typeof done === 'function') queueMicrotask(() => done());
      return true;
    };
  }
};

const contextOf = ({ requestId, deadline }: InvocationRequest) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: settings.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: settings.functionArn,
  memoryLimitInMB: String(settings.memoryMb),
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

const answer = async (handler: Handler, request: InvocationRequest): Promise<void> => {
  try {
    const result = await handler(JSON.parse(request.payload), contextOf(request));
    const payload = JSON.stringify(result) ?? 'null';
    post({ kind: 'result', payload, heapBytes: process.memoryUsage().heapUsed });
  } catch (thrown) {
    post({ kind: 'failure', failure: describe(thrown), fatal: false });
  }
};

const loadHandler = async (): Promise<Handler> => {
  const { handler } = await import(settings.moduleUrl);
  if (typeof handler === 'function') return handler;
  const missing = new Error('index.handler is undefined or not exported');
  missing.name = 'Runtime.HandlerNotFound';
  throw missing;
};

const dieOf = (errorType: string) => (thrown: unknown) => {
  const failure = describe(thrown);
  post({
    kind: 'failure',
    failure: { ...failure, errorType, errorMessage: `${failure.errorType}: ${failure.errorMessage}` },
    fatal: true,
  });
};

const run = async (): Promise<void> => {
  captureOutput();
  process.on('unhandledRejection', dieOf('Runtime.UnhandledPromiseRejection'));
  process.on('uncaughtException', dieOf('Runtime.UncaughtException'));
  try {
    const handler = await loadHandler();
    parentPort?.on('message', (request: InvocationRequest) => void answer(handler, request));
    post({ kind: 'ready' });
  } catch (thrown) {
    post({ kind: 'failure', failure: describe(thrown), fatal: true });
  }
};

if (!isMainThread) await run();
