import { createHash } from 'node:crypto';
import type { RejectedRecord } from '../../ml/narratives/records/validate-records.ts';
import { parseRawKey, sourceKeyWithoutUser } from '../../ml/narratives/source-key.ts';
import type { ObjectContent } from '../shared/ports/conditional-objects.ts';
import { rawPrefix } from './owner-of-export.ts';
import type { ExportRefusal, ObjectCreatedEvent } from './schema.ts';

/** More are counted, not listed. */
const listedAtMost = 1000;

export interface SetAside {
  /** `records-left-out`: the rest was imported. */
  readonly reason: ExportRefusal | 'records-left-out';
  readonly detail: string;
  /** What was left out of a file that could be read. @default nothing */
  readonly rejected?: readonly RejectedRecord[];
}

/**
 * What is written down of a file that was refused, or of the records that were left out of one, under a key that is
 * the same at every delivery of the event. The file itself stays where it is; its ETag finds it. Neither key nor
 * content names a person or a value.
 */
export const quarantineEntry = (
  event: ObjectCreatedEvent,
  aside: SetAside,
): { readonly key: string; readonly content: ObjectContent } => {
  const { key, etag, size } = event.detail.object;
  const digest = createHash('sha256').update(`${key}::${etag}`.toWellFormed()).digest('hex');
  const named = parseRawKey(key, rawPrefix);
  const body = {
    schemaVersion: 1,
    reason: aside.reason,
    detail: aside.detail,
    ...(aside.rejected === undefined
      ? {}
      : { count: countOf(aside.rejected), records: aside.rejected.slice(0, listedAtMost) }),
    object: {
      etag,
      bytes: size,
      createdAt: event.time,
      // Of a name in another form nobody can say what in it is a person's.
      ...(named?.userId === undefined ? {} : { key: sourceKeyWithoutUser(key, named.userId) }),
    },
  };
  return {
    key: `quarantine/exports/${event.time.slice(0, 4)}/${event.time.slice(5, 7)}/${digest}.json`,
    content: { body: `${JSON.stringify(body)}\n`, contentType: 'application/json' },
  };
};

/** Records and samples. */
export const countOf = (rejected: readonly RejectedRecord[]): number =>
  rejected.reduce((sum, { count }) => sum + count, 0);
