import * as z from 'zod';
import { AwsError } from '../protocol/aws-error.ts';

const lifetimeMs = 5 * 60_000;

const Position = z.object({
  stream: z.string(),
  shard: z.string(),
  /** Of the next record. */
  position: z.int().min(0),
  issuedAt: z.number(),
});
export type ShardPosition = Omit<z.infer<typeof Position>, 'issuedAt'>;

/** A place in a shard, as the opaque text that a reader gets. @param now - epoch milliseconds */
export const writeShardIterator = (place: ShardPosition, now: number): string =>
  Buffer.from(JSON.stringify({ ...place, issuedAt: now })).toString('base64');

const parse = (iterator: string) => {
  try {
    return Position.safeParse(JSON.parse(Buffer.from(iterator, 'base64').toString('utf8')));
  } catch {
    return undefined;
  }
};

/**
 * The place that such a text means.
 *
 * @throws {AwsError} InvalidArgumentException; ExpiredIteratorException five minutes after it was given out
 */
export const readShardIterator = (iterator: string, now: number): ShardPosition => {
  const parsed = parse(iterator);
  if (!parsed?.success) throw new AwsError('InvalidArgumentException', 'Invalid ShardIterator.');
  if (now - parsed.data.issuedAt > lifetimeMs) {
    const message = 'Iterator expired: it was given out more than 300000 milliseconds ago.';
    throw new AwsError('ExpiredIteratorException', message);
  }
  return parsed.data;
};
