import { setTimeout } from 'node:timers/promises';
import type { StreamSpec } from '../../lib/catalog-shapes.ts';
import type { FunctionRunner } from '../lambda/function-runner.ts';
import { type DiscardedBatch, streamEventOf } from './discarded-batch.ts';
import { firstFailure } from './first-failure.ts';
import type { StreamRecord } from './shard.ts';

export interface Delivering {
  readonly spec: Pick<StreamSpec, 'maximumRetryAttempts' | 'maximumRecordAgeSeconds'>;
  readonly runner: Pick<FunctionRunner, 'invoke'>;
  readonly shardId: string;
  readonly streamArn: string;
  readonly functionArn: string;
  readonly retryDelayMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly discard: (batch: DiscardedBatch) => Promise<void>;
  /** Ends the delivery; what is not done by then counts as not delivered. */
  readonly signal: AbortSignal;
}

/**
 * Delivers records until each is done with or given up, as an event source mapping with ReportBatchItemFailures and
 * BisectBatchOnFunctionError does: what comes before the first failure is done; a batch that fails at its first record
 * is split in halves, which counts as no retry; a single record is tried again, and in the end given up.
 *
 * @throws {Error} AbortError when the signal ends it
 */
export const deliverBatch = async (given: readonly StreamRecord[], how: Delivering): Promise<void> => {
  const records = await withoutExpired(given, how);
  for (let invocations = 1; ; invocations++) {
    const [first, ...rest] = records;
    if (first === undefined) return;
    how.signal.throwIfAborted();
    const answer = await how.runner.invoke(JSON.stringify(streamEventOf(records, how)));
    const failedAt = firstFailure(answer, records);
    if (failedAt === undefined) return;
    if (failedAt > 0) return deliverBatch(records.slice(failedAt), how);
    if (rest.length > 0) {
      const middle = Math.ceil(records.length / 2);
      await deliverBatch(records.slice(0, middle), how);
      return deliverBatch(records.slice(middle), how);
    }
    if (invocations > how.spec.maximumRetryAttempts) {
      const last = { requestId: answer.requestId, hasThrown: answer.failed };
      return discard([first], { condition: 'RetryAttemptsExhausted', invokeCount: invocations, last }, how);
    }
    await setTimeout(how.retryDelayMs, undefined, { signal: how.signal });
  }
};

const discard = (
  records: DiscardedBatch['records'],
  why: Pick<DiscardedBatch, 'condition' | 'invokeCount' | 'last'>,
  { shardId, streamArn, functionArn, now, discard: send }: Delivering,
): Promise<void> => send({ ...why, records, shardId, streamArn, functionArn, now: now() });

/** Gives up what is older than the mapping takes; arrivals are in order. */
const withoutExpired = async (
  records: readonly StreamRecord[],
  how: Delivering,
): Promise<readonly StreamRecord[]> => {
  const { maximumRecordAgeSeconds } = how.spec;
  if (maximumRecordAgeSeconds === -1) return records;
  const oldest = how.now() - maximumRecordAgeSeconds * 1000;
  const [first, ...rest] = records.filter(({ arrivedAt }) => arrivedAt < oldest);
  if (first !== undefined) {
    await discard([first, ...rest], { condition: 'RecordAgeExceeded', invokeCount: 0 }, how);
  }
  return records.filter(({ arrivedAt }) => arrivedAt >= oldest);
};
