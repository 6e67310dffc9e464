import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Sleep } from '../ports/sleep.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { RetryPolicy } from '../with-retries.ts';

/** What batches of one table need. */
export interface BatchOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly telemetry: Pick<Telemetry, 'count'>;
}

/** A table was too busy for all of a batch. */
export class UnprocessedItemsError extends Error {
  override readonly name = 'UnprocessedItemsError';

  constructor() {
    super('DynamoDB left items of a batch unprocessed.');
  }
}

/** Sends again what was left, with full jitter. */
export const unprocessedPolicy = ({
  sleep,
  random,
  telemetry,
}: Pick<BatchOptions, 'sleep' | 'random' | 'telemetry'>): RetryPolicy => ({
  attempts: 10,
  baseDelayMs: 50,
  maxDelayMs: 5_000,
  sleep,
  random,
  retryable: (error) => error instanceof UnprocessedItemsError,
  onRetry: () => telemetry.count('RetriedCalls'),
});
