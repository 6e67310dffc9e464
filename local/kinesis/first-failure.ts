import * as z from 'zod';
import type { InvocationAnswer } from '../lambda/function-runner.ts';
import type { StreamRecord } from './shard.ts';

const BatchAnswer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]),
});

/**
 * Where a batch is to be delivered again from, as Lambda reads an answer with ReportBatchItemFailures: the lowest
 * sequence number that the function names; the first record when it failed, or named what it never got.
 *
 * @returns a position in the batch; undefined when all is done
 */
export const firstFailure = (
  { payload, failed }: Pick<InvocationAnswer, 'payload' | 'failed'>,
  records: readonly StreamRecord[],
): number | undefined => {
  if (failed) return 0;
  const answer = BatchAnswer.safeParse(JSON.parse(payload) ?? {});
  if (!answer.success) return 0;
  const positions = answer.data.batchItemFailures.map(({ itemIdentifier }) =>
    records.findIndex(({ sequenceNumber }) => sequenceNumber === itemIdentifier),
  );
  if (positions.length === 0) return undefined;
  return Math.max(0, Math.min(...positions));
};
