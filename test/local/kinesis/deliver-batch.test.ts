import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliverBatch } from '../../../local/kinesis/deliver-batch.ts';
import type { StreamRecord } from '../../../local/kinesis/shard.ts';

const recordOf = (index: number): StreamRecord => ({
  sequenceNumber: String(index).padStart(8, '0'),
  partitionKey: 'k',
  data: '',
  arrivedAt: 0,
});

test('whichever records are poison, each of them is given up once and alone, and the others are done in order', async () => {
  const batch = fc.array(fc.constantFrom('good', 'named', 'crash'), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(batch, fc.nat(3), async (kinds, maximumRetryAttempts) => {
      const records = kinds.map((_, index) => recordOf(index));
      const kindOf = (sequenceNumber: string) => kinds[Number(sequenceNumber)];
      const firstDone: string[] = [];
      const alone = new Map<string, number>();
      const discarded: string[][] = [];
      await deliverBatch(records, {
        spec: { maximumRetryAttempts, maximumRecordAgeSeconds: -1 },
        runner: {
          invoke: async (payload) => {
            const got: string[] = JSON.parse(payload).Records.map(
              (record: { kinesis: { sequenceNumber: string } }) => record.kinesis.sequenceNumber,
            );
            if (got.length === 1) alone.set(got[0]!, (alone.get(got[0]!) ?? 0) + 1);
            const answer = { requestId: '', payload: 'null', failed: false, logTail: '' };
            if (got.some((one) => kindOf(one) === 'crash')) return { ...answer, failed: true };
            const failures = got.filter((one) => kindOf(one) === 'named');
            for (const one of got) {
              if (kindOf(one) === 'good' && !firstDone.includes(one)) firstDone.push(one);
            }
            const batchItemFailures = failures.map((itemIdentifier) => ({ itemIdentifier }));
            return { ...answer, payload: JSON.stringify({ batchItemFailures }) };
          },
        },
        shardId: 's',
        streamArn: 'a',
        functionArn: 'f',
        retryDelayMs: 0,
        now: () => 0,
        discard: async ({ records: given }) => {
          discarded.push(given.map(({ sequenceNumber }) => sequenceNumber));
        },
        signal: new AbortController().signal,
      });
      const of = (isPoison: boolean) =>
        records
          .map(({ sequenceNumber }) => sequenceNumber)
          .filter((one) => (kindOf(one) !== 'good') === isPoison);
      expect(firstDone).toEqual(of(false));
      expect(discarded).toEqual(of(true).map((one) => [one]));
      for (const one of of(true)) expect(alone.get(one)).toBe(maximumRetryAttempts + 1);
    }),
    { numRuns: 60 },
  );
});
