import * as z from 'zod';
import type { AvroRefusal } from '../../ml/narratives/avro/avro-outcome.ts';
import type { RecordType } from '../../ml/narratives/record-type.ts';
import { parseRequest } from '../shared/runtime/parse-request.ts';

const eventText = 'an EventBridge event "Object Created" of S3';
const text = z.string({ error: 'a text' });

/** The event as S3 sends it through EventBridge, where keys stand as they are and not URL-encoded. */
export const ObjectCreatedEvent = z.object(
  {
    id: text.max(256, { error: 'at most 256 characters' }).default(''),
    source: z.literal('aws.s3', { error: '"aws.s3"' }),
    'detail-type': z.literal('Object Created', { error: '"Object Created"' }),
    time: z.iso.datetime({ error: 'a time in ISO 8601' }),
    detail: z.object(
      {
        bucket: z.object({ name: text }, { error: 'the bucket' }),
        object: z.object(
          {
            key: text.max(1024, { error: 'at most 1,024 characters' }),
            /** Bytes. */
            size: z.number({ error: 'a number of bytes' }),
            etag: text,
          },
          { error: 'the object' },
        ),
      },
      { error: "the event's detail" },
    ),
  },
  { error: eventText },
);
export type ObjectCreatedEvent = z.infer<typeof ObjectCreatedEvent>;

/** Why a file becomes no narrative. */
export type ExportRefusal =
  | AvroRefusal
  /** Not below `raw/{RecordType}/`. */
  | 'unknown-folder'
  /** Neither the file's name nor the metadata `user-id` says whose it is. */
  | 'no-user'
  /** They name two people. */
  | 'user-mismatch'
  | 'bad-user-id'
  /** The schema is of another record type than the folder. */
  | 'record-type-mismatch'
  /** Not one record is within its clinical range. */
  | 'no-usable-records';

export type ImportResult =
  | {
      readonly outcome: 'imported';
      readonly recordType: RecordType;
      readonly recordsKept: number;
      readonly recordsLeftOut: number;
    }
  | { readonly outcome: 'quarantined'; readonly reason: ExportRefusal; readonly entry: string }
  /**
   * `gone`: replaced or deleted before it was read; a replacement has an event of its own. `erased`: of somebody who
   * is; nothing is made of it.
   */
  | { readonly outcome: 'ignored'; readonly reason: 'other-object' | 'gone' | 'erased' };

/** @throws {InvalidRequestError} naming the wrong field */
export const parseObjectCreatedEvent = (input: unknown): ObjectCreatedEvent =>
  parseRequest(ObjectCreatedEvent, input);
