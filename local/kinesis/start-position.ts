import { AwsError } from '../protocol/aws-error.ts';
import type { Shard } from './shard.ts';

const msPerHour = 3_600_000;

export interface KeptShard {
  readonly shard: Shard;
  readonly retentionHours: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Position of the first record that came at a moment or later; arrivals are in order. */
const positionAt = (shard: Shard, moment: number): number => {
  let low = 0;
  let high = shard.count();
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((shard.arrivedAt(middle) ?? moment) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Position of the oldest record that can still be read. */
export const firstKept = ({ shard, retentionHours, now }: KeptShard): number =>
  positionAt(shard, now - retentionHours * msPerHour);

/**
 * Where an iterator begins.
 *
 * @throws {AwsError} InvalidArgumentException when it wants a number or a moment and has none that fits
 */
export const startPosition = (
  kept: KeptShard,
  wanted: {
    readonly ShardIteratorType: string;
    readonly StartingSequenceNumber?: string | undefined;
    readonly Timestamp?: number | undefined;
  },
): number => {
  const { shard } = kept;
  switch (wanted.ShardIteratorType) {
    case 'TRIM_HORIZON':
      return firstKept(kept);
    case 'LATEST':
      return shard.count();
    case 'AT_TIMESTAMP':
      if (wanted.Timestamp === undefined) {
        throw new AwsError('InvalidArgumentException', 'AT_TIMESTAMP needs a Timestamp.');
      }
      return positionAt(shard, wanted.Timestamp * 1000);
    default: {
      const position = shard.positionOf(wanted.StartingSequenceNumber ?? '');
      if (position === undefined) {
        const message = `StartingSequenceNumber is not a sequence number of ${shard.id}.`;
        throw new AwsError('InvalidArgumentException', message);
      }
      return position + (wanted.ShardIteratorType === 'AFTER_SEQUENCE_NUMBER' ? 1 : 0);
    }
  }
};
