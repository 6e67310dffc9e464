import type { Retrier, TaskState } from '../../lib/state-machine.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { StateError } from './state-error.ts';
import { checkedSize } from './state-size.ts';

/** What states reach beyond themselves. */
export interface Surroundings {
  /** @returns the function's answer; @throws {StateError} with the function's own error type */
  invoke(functionArn: string, payload: string): Promise<unknown>;
  /** Of a JSON object in S3. @throws {StateError} States.ItemReaderFailed */
  readJson(bucket: string, key: string): Promise<unknown>;
  /** Rejects once the execution is to go no further. */
  wait(seconds: number): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
  /** Throws once the execution is to go no further. */
  throwIfEnded(): void;
}

const defaultIntervalSeconds = 1;
const defaultBackoffRate = 2;
/** Errors that States.ALL does not stand for. */
const terminal: ReadonlySet<string> = new Set(['States.DataLimitExceeded', 'States.Runtime']);

const matches = ({ ErrorEquals }: Retrier, error: string): boolean =>
  ErrorEquals.includes(error) ||
  (ErrorEquals.includes('States.ALL') && !terminal.has(error)) ||
  (ErrorEquals.includes('States.TaskFailed') && error !== 'States.Timeout' && !terminal.has(error));

const waitSeconds = (retrier: Retrier, retries: number, random: () => number): number => {
  const { IntervalSeconds = defaultIntervalSeconds, BackoffRate = defaultBackoffRate } = retrier;
  const grown = IntervalSeconds * BackoffRate ** retries;
  const bound = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return retrier.JitterStrategy === 'FULL' ? random() * bound : bound;
};

const withTimeout = async <Result>(work: Promise<Result>, seconds: number | undefined): Promise<Result> => {
  if (seconds === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StateError('States.Timeout', '')), seconds * 1000);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
};

/**
 * Runs a Task state once to its end, retries included.
 *
 * @returns its output
 * @throws {StateError} what its last attempt failed with
 */
export const runTask = async (
  state: TaskState,
  { input, context }: { readonly input: unknown; readonly context: unknown },
  surroundings: Surroundings,
): Promise<unknown> => {
  const retries = new Map<Retrier, number>();
  for (;;) {
    surroundings.throwIfEnded();
    try {
      const payload = await evaluateTemplate(state.Arguments.Payload, { input, context });
      const call = surroundings.invoke(state.Arguments.FunctionName, checkedSize(payload));
      const result = {
        ExecutedVersion: '$LATEST',
        Payload: await withTimeout(call, state.TimeoutSeconds),
        StatusCode: 200,
      };
      const output =
        state.Output === undefined
          ? result
          : await evaluateTemplate(state.Output, { input, context, result });
      checkedSize(output);
      return output;
    } catch (failure) {
      surroundings.throwIfEnded();
      if (!(failure instanceof StateError)) throw failure;
      const retrier = state.Retry?.find((one) => matches(one, failure.error));
      const done = retrier === undefined ? 0 : (retries.get(retrier) ?? 0);
      if (retrier === undefined || done >= retrier.MaxAttempts) throw failure;
      retries.set(retrier, done + 1);
      await surroundings.wait(waitSeconds(retrier, done, surroundings.random));
    }
  }
};
