import type { StoredVersion } from './stored-records.ts';

/** An object that was written a moment ago. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
  readonly version: StoredVersion;
  /** Epoch milliseconds. */
  readonly modifiedAt: number;
}
