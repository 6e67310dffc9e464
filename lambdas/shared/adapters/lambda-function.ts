import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { isTransient } from '../is-transient.ts';
import type { Sleep } from '../ports/sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { withRetries } from '../with-retries.ts';

export interface LambdaInvoking {
  /** Should not retry by itself, so that every retry is counted. */
  readonly client: LambdaClient;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly telemetry: Telemetry;
}

/** The function ran and ended in an error: it threw, ran out of memory or of time. */
export class FunctionFailedError extends Error {
  override readonly name = 'FunctionFailedError';
}

/** What our functions answer. */
const FunctionAnswer = z.object({ statusCode: z.int(), body: z.unknown() });
export type FunctionAnswer = z.infer<typeof FunctionAnswer>;

/**
 * Invokes one of our functions and waits for its answer. Throttled and unreachable calls are repeated with full
 * jitter, at most eight times in all, and counted.
 *
 * @throws {FunctionFailedError} when the function itself failed, or answered something else than ours do
 */
export const invokeFunction = async (
  { client, sleep, random, telemetry }: LambdaInvoking,
  functionName: string,
  request: unknown,
): Promise<FunctionAnswer> => {
  const answer = await withRetries(
    () => client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(request) })),
    {
      attempts: 8,
      baseDelayMs: 200,
      maxDelayMs: 20_000,
      sleep,
      random,
      retryable: isTransient,
      onRetry: () => telemetry.count('RetriedCalls'),
    },
  );
  if (answer.FunctionError !== undefined) throw new FunctionFailedError('The function ended in an error.');
  const parsed = FunctionAnswer.safeParse(parseJson(answer.Payload?.transformToString() ?? ''));
  if (!parsed.success) throw new FunctionFailedError('The function answered in another form than ours do.');
  return parsed.data;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
