import type { ValidatedRecords } from '../records/validate-records.ts';

/** Why a whole file is refused. */
export type AvroRefusal =
  /** No byte in it. */
  | 'empty'
  /** Larger than the limits allow, packed or unpacked. */
  | 'too-large'
  /** Not an Avro container file. */
  | 'not-avro'
  /** A container file without the writer's schema. */
  | 'no-schema'
  /** A schema that is none, or that nests without end. */
  | 'bad-schema'
  /** A sound schema of something else than the six record types. */
  | 'foreign-schema'
  /** Packed in a way that is not supported: null and deflate are. */
  | 'unsupported-codec'
  /** The file ends before it should. */
  | 'truncated'
  /** A block whose mark, length or content is not what the header promised. */
  | 'torn';

export type AvroOutcome =
  | ({ readonly ok: true } & ValidatedRecords)
  | { readonly ok: false; readonly reason: AvroRefusal; readonly detail: string };

/** What a file may cost, so that no file can cost everything. */
export interface AvroLimits {
  /** @default 64 MiB */
  readonly maxFileBytes: number;
  /** Unpacked, one block. @default 32 MiB */
  readonly maxBlockBytes: number;
  /** Records and samples together. @default 1,000,000 */
  readonly maxItems: number;
  /** Unpacked, the blocks of a file together. @default 128 MiB */
  readonly maxUnpackedBytes: number;
}

export const defaultAvroLimits: AvroLimits = {
  maxFileBytes: 64 * 1024 * 1024,
  maxBlockBytes: 32 * 1024 * 1024,
  maxItems: 1_000_000,
  maxUnpackedBytes: 128 * 1024 * 1024,
};

/**
 * Unpacks raw DEFLATE to at most so many bytes, and throws where there are more or the data is broken, as
 * `inflateRawSync(bytes, { maxOutputLength })` of node:zlib does.
 */
export type InflateRaw = (bytes: Uint8Array, maxBytes: number) => Uint8Array;
